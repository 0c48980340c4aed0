using System.Text.RegularExpressions;

namespace MentorBot.Messages;

/// <summary>Finds figures written with digits, with their sign, unit, multiplier and hedge. Dates, hours, ordinals and codes (Q3, B2B, 14h30) are no figures.</summary>
internal static partial class FigureScanner
{
    private const string Blank = @"[ \t\u00A0\u202F]";

    public static IReadOnlyList<Figure> FindAll(string text, string locale)
    {
        var found = new List<(Match Number, Match Suffix)>();
        foreach (Match number in Number().Matches(text))
        {
            if (Suffix().Match(text, number.Index + number.Length) is { Success: true } suffix && !NotAFigure().IsMatch(text[(number.Index + number.Length)..]))
            {
                found.Add((number, suffix));
            }
        }

        var marks = found.ConvertAll(f => Separators.Look(f.Number.Groups["digits"].Value));
        var evidence = marks.Select(m => m.Decimal).OfType<char>().Distinct().ToList();
        char? known = evidence.Count == 1 ? evidence[0] : null;
        return [.. found.Select((f, i) => Build(text, locale, f.Number, f.Suffix, marks[i], known)).OfType<Figure>()];
    }

    private static Figure? Build(string text, string locale, Match number, Match suffix, Separators.Marks marks, char? known)
    {
        var digits = number.Groups["digits"].Value;
        var currency = Currencies.Iso(number.Groups["currency"].Value);
        var unit = suffix.Groups["unit"].Value.ToLowerInvariant();
        var multiplier = Multiplier(suffix.Groups["times"].Value, locale, currency is not null || Currencies.Iso(unit) is not null);
        if (multiplier is null)
        {
            return null;
        }

        var percent = unit.Length > 0 && unit[0] is '%' or 'p' && !unit.StartsWith("poun", StringComparison.Ordinal) && !unit.StartsWith("pt", StringComparison.Ordinal);
        if (unit == "e")
        {
            // "3e" is a rank, "300e" a price; alone in its message it answers a question about money.
            var alone = text.Trim().Length == number.Length + suffix.Length;
            if (!alone && Separators.Parse(digits, marks.Decimal) < 25)
            {
                return null;
            }
        }

        currency ??= percent ? null : Currencies.Iso(unit);
        IEnumerable<double> values = marks.Open is { } open ? Open(digits, open, locale, currency is not null && multiplier == 1 ? Other(open) : known) : [Separators.Parse(digits, marks.Decimal)];
        var sign = number.Groups["sign"].Value is "-" or "\u2212" or "\u2013" ? -1 : 1;
        var scaled = values.Select(v => sign * v * multiplier.Value / (percent ? 100 : 1)).Where(double.IsFinite).Select(v => v + 0.0).Distinct().ToList();
        var start = number.Index;
        var end = number.Index + number.Length + suffix.Length;
        var hedged = number.Groups["about"].Success || suffix.Groups["ish"].Success || HedgeBefore().IsMatch(text[..start]) || HedgeAfter().IsMatch(text[end..]);
        return scaled.Count == 0 ? null : new Figure(start, end - start, scaled, percent ? FigureUnit.Percent : currency is null ? FigureUnit.Count : FigureUnit.Money, currency, hedged);
    }

    private static IEnumerable<double> Open(string digits, char open, string locale, char? known)
    {
        var asGroup = Separators.Parse(digits, Other(open));
        var asDecimal = Separators.Parse(digits, open);
        return known is { } mark ? [mark == open ? asDecimal : asGroup]
            : open == (locale == Locales.French ? ',' : '.') ? [asDecimal, asGroup] : [asGroup, asDecimal];
    }

    private static char Other(char mark) => mark == '.' ? ',' : '.';

    /// <returns>1 when nothing was said; null when the letters mean something else ("3 m" in French is metres, unless it is money).</returns>
    private static double? Multiplier(string said, string locale, bool money) => said switch
    {
        "" => 1,
        "M" => 1e6,
        "m" or "b" or "B" => money || locale == Locales.English ? (said == "m" ? 1e6 : 1e9) : null,
        _ => char.ToLowerInvariant(said[0]) switch
        {
            'k' or 't' => 1e3,
            'b' => 1e9,
            _ => said.ToLowerInvariant() is "mille" ? 1e3 : said.ToLowerInvariant() is "mio" or "million" or "millions" ? 1e6 : 1e9,
        },
    };

    [GeneratedRegex(@"(?<about>[~≈±]" + Blank + @"?)?(?<![\d\p{L}/:_])(?<![.,]\d*)(?<sign>[-+\u2212\u2013]" + Blank + @"?(?=[\d.,$€£¥]))?(?<currency>US\$|[$€£¥]|\b(?:EUR|USD|GBP|CHF|CAD|MAD|XOF)\b)?" + Blank
        + @"?(?<sign>[-\u2212])?(?<digits>\d{1,3}(?:[ \u00A0\u202F'\u2019]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|(?<!\d)[.,]\d+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(?:" + Blank + @"?(?<times>(?:k(?=€|\$|£|eur)|k|millions?|milliards?|billions?|thousand|mille|mio|mrds?|mds?|bn|m|b)(?=[€$£]|\b|e(?:ur(?:os?)?)?\b)))?(?:" + Blank
        + @"?(?<unit>%|pour" + Blank + @"?cents?\b|per" + Blank + @"?cent\b|pct\b|[€$£¥]|euros?\b|eur\b|balles\b|usd\b|dollars?\b|bucks\b|gbp\b|pounds?\b|quid\b|livres?\b|chf\b|cad\b|mad\b|xof\b|fcfa\b)|(?<unit>e)\b|(?<unit>pts?|x)\b)?(?<ish>-?ish\b)?(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\A(?:[/:]\d|[-.]\d{1,2}[-.]\d|" + Blank + @"?(?:janv|f[ée]vr|mars\b|avr(?:il)?\b|mai\b|juin\b|juil|ao[uû]t|sept|octo?b?|novem|nov\b|d[ée]ce?m?b?|janu|febr|march\b|april\b|may\b|june?\b|july?\b|augu|jan\b|feb\b|mar\b|apr\b|aug\b|oct\b|dec\b|er\b|st\b|nd\b|rd\b|th\b|h\b|heures?\b))", RegexOptions.IgnoreCase)]
    private static partial Regex NotAFigure();

    [GeneratedRegex(@"(?:\b(?:environ|vers|autour|[àa] peu pr[eè]s|grosso modo|plus ou moins|presque|quasi(?:ment)?|genre|dans les|about|around|roughly|approx\w*|circa|ca|nearly|almost|like|maybe|peut[- ][eê]tre|some)\.?(?: de| des| les)?\s*|[~≈±]\s?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex HedgeBefore();

    [GeneratedRegex(@"\A\s*(?:or so|environ|[àa] peu pr[eè]s|grosso modo|[àa] la louche|[àa] vue de nez|roughly|give or take|more or less|plus ou moins|approx)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HedgeAfter();
}
