using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>A piece of a typed sentence: a number, a KPI's name, filler, the end of a clause, or another word.</summary>
internal sealed record FigureToken(string Text, Kpi? Kpi = null, double Value = double.NaN, string? Currency = null, bool Percent = false, bool IsFiller = false, bool IsWord = false, bool Refuses = false)
{
    public static readonly FigureToken Break = new(",");

    public bool IsNumber => !double.IsNaN(Value);

    public bool EndsClause => Text is "," or "." or "!" or "et" or "and" or "+" or "/" or "&" or "|" or "avec" or "with";
}

internal static partial class FigureTokens
{
    private static readonly HashSet<string> Filler = ["de", "d", "of", "en", "in", "for", "pour", "a", "=", ":", "est", "is", "was", "were", "the", "le", "la", "les", "des", "du", "total", "etait", "about", "environ", "ont", "ete", "on", "our", "nos", "notre"];

    /// <summary>Words that make a wish, a plan or a comparison of the numbers around them.</summary>
    private static readonly HashSet<string> Refusing =
        ["more", "less", "if", "si", "want", "veux", "veut", "voudrais", "voulons", "target", "objectif", "goal", "should", "could", "faut", "plus", "moins", "increase", "decrease", "than", "que", "reach", "aim", "viser", "vise"];

    public static List<FigureToken> Of(string text, IReadOnlyList<KpiAlias> aliases)
    {
        var name = HeaderName.Normalise(text.Replace(';', ',').Replace('\n', ',').Replace("  ", " ", StringComparison.Ordinal));
        var tokens = new List<FigureToken>();
        for (var at = 0; at < name.Length;)
        {
            if (name[at] == ' ')
            {
                at++;
            }
            else if (Number().Match(name, at) is { Success: true } number)
            {
                tokens.Add(Figure(number));
                at += number.Length;
            }
            else if (aliases.FirstOrDefault(a => Stands(name, at, a.Text)) is { } alias)
            {
                tokens.Add(new FigureToken(alias.Text, alias.Kpi));
                at += alias.Text.Length;
            }
            else
            {
                var word = Word().Match(name, at);
                at += Math.Max(1, word.Length);
                tokens.Add(Other(word.Success && word.Length > 0 ? word.Value : name[at - 1].ToString()));
            }
        }

        return tokens;
    }

    private static FigureToken Other(string word) =>
        Filler.Contains(word) ? new FigureToken(word, IsFiller: true)
        : Refusing.Contains(word) ? new FigureToken(word, Refuses: true)
        : char.IsLetter(word[0]) ? new FigureToken(word, IsWord: true)
        : new FigureToken(word);

    private static bool Stands(string text, int at, string alias) =>
        string.CompareOrdinal(text, at, alias, 0, alias.Length) == 0
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + alias.Length == text.Length || !char.IsLetterOrDigit(text[at + alias.Length]));

    private static FigureToken Figure(Match match)
    {
        var digits = NumberCell.Read(match.Groups["n"].ValueSpan);

        // Three digits after a sign are thousands in a sentence: nobody types a thousandth of a euro.
        var value = digits.Kind is CellKind.Number or CellKind.Ambiguous ? digits.Value : double.NaN;
        var scale = match.Groups["k"].Value switch { "k" => 1e3, "m" => 1e6, _ => 1 };
        var sign = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value;
        return new FigureToken(match.Value, Value: value * scale, Currency: sign is "e" ? "EUR" : Currencies.Code(sign), Percent: match.Groups["pct"].Success);
    }

    [GeneratedRegex(@"\G(?<before>€|\$|£)?\s?(?<n>\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,']\d+)*)(?:\s?(?<k>k|m)(?![a-z]))?(?:\s?(?<pct>%)|\s?(?<after>€|\$|£|e(?![a-z])|euros?\b|eur\b|usd\b|gbp\b|chf\b))?(?![a-z0-9])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[\p{L}\d'’\-]+|\G=|\G:")]
    private static partial Regex Word();
}
