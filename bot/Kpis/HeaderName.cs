using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Messages;

namespace MentorBot.Kpis;

/// <summary>A header or a typed word in comparable form: lower case, no accents, straight apostrophes, single plain spaces, without the currency that platforms append.</summary>
internal static partial class HeaderName
{
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in SoundText.Decomposed(text, NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            plain.Append(c switch
            {
                '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`' => '\'',
                '\u2013' or '\u2014' or '\u2010' or '\u2011' => '-',
                '_' => ' ',
                'œ' or 'Œ' => 'o',
                _ => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c),
            });
            if (c is 'œ' or 'Œ')
            {
                plain.Append('e');
            }
        }

        return Spaces().Replace(plain.ToString(), " ").Trim(' ', ':', '"');
    }

    /// <summary>Splits "Montant dépensé (EUR)" into the name and "EUR". The name comes back normalised.</summary>
    public static (string Name, string? Currency) Split(string header)
    {
        var name = Normalise(header);
        var match = TrailingCurrency().Match(name);
        return match.Success ? (name[..match.Index].TrimEnd(), Currencies.Code(match.Groups[1].Value)) : (name, null);
    }

    [GeneratedRegex(@" +")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*[\(\[](eur|usd|gbp|chf|cad|aud|jpy|sek|nok|dkk|pln|brl|mad|tnd|xof|inr|czk|ron|huf|€|\$|£)[\)\]]$")]
    private static partial Regex TrailingCurrency();
}
