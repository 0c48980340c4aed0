using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>Expected rates told in one line: "CPM 9 €, CTR 1,2 %, conversion 2 à 3 %, campagnes d'octobre".</summary>
/// <param name="Typed">By code (cpm, cpc, cpa, ctr, cvr); prices in <paramref name="Currency"/>, rates as fractions.</param>
internal sealed record RatesLine(IReadOnlyDictionary<string, ThreePoint> Typed, RateSource? Source, string? Currency)
{
    private static readonly string[] Codes = ["cpm", "cpc", "cpa", "ctr", "cvr"];

    /// <summary>A bare figure from here on is a percentage: "CTR 1.2" is 1.2 %, "CTR 0.012" a fraction.</summary>
    private const double LeastBarePercent = .05;

    private static readonly (RateSource Source, string Words)[] Sources =
        [(RateSource.BestWeek, "best-week"), (RateSource.Benchmark, "benchmark"), (RateSource.Guess, "guess"), (RateSource.Own, "own")];

    /// <param name="words">Beginnings of words by what they mean: each code, each source, and "between" for what stands between the ends of a range.</param>
    public static RatesLine Read(string text, string locale, Func<string, IReadOnlyList<string>> words)
    {
        var typed = new Dictionary<string, ThreePoint>();
        string? currency = null;
        foreach (var part in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            ReadPart(part, NumberReader.FindAll(part, locale), words, typed, ref currency);
        }

        var said = FigureWords.Split(text);
        bool Says(string list) => Enumerable.Range(0, said.Count).Any(i => FigureWords.StartWith(said.Skip(i), words(list)));
        return new RatesLine(typed, Sources.Where(s => Says(s.Words)).Select(s => (RateSource?)s.Source).FirstOrDefault(), currency);
    }

    private static void ReadPart(string text, IReadOnlyList<Figure> figures, Func<string, IReadOnlyList<string>> words, Dictionary<string, ThreePoint> typed, ref string? currency)
    {
        var codes = Named(text, figures, words);
        if (codes.TrueForAll(c => c is null) && InOrder(figures) is { } ordered)
        {
            codes = ordered;
        }

        for (var i = 0; i < figures.Count; i++)
        {
            // With the name after it, the first end of a range has none of its own.
            var ranged = i + 1 < figures.Count && IsRange(text, figures, i + 1, words("between"));
            if ((codes[i] ?? (ranged ? codes[i + 1] : null)) is not { } code || (i > 0 && IsRange(text, figures, i, words("between"))) || Value(code, figures[i]) is not (> 0 and var value))
            {
                continue;
            }

            typed[code] = ranged && Value(code, figures[i + 1]) is > 0 and var other ? Between(code, figures[i], figures[i + 1], value, other) : ThreePoint.Point(value);
            currency ??= figures[i].Currency ?? (ranged ? figures[i + 1].Currency : null);
        }
    }

    /// <summary>"1 à 1,5 %": the sign after the second stands for both.</summary>
    private static ThreePoint Between(string code, Figure first, Figure second, double one, double other) =>
        ThreePoint.Between(code is "ctr" or "cvr" && first.Unit == FigureUnit.Count && second.Unit == FigureUnit.Percent ? Math.Abs(first.Values[0]) / 100 : one, other);

    private static double? Value(string code, Figure figure)
    {
        var value = Math.Abs(figure.Values[0]);
        return (code is "ctr" or "cvr", figure.Unit) switch
        {
            (true, FigureUnit.Percent) => value,
            (true, FigureUnit.Count) => value >= LeastBarePercent ? value / 100 : value,
            (true, _) or (false, FigureUnit.Percent) => null,
            _ => value,
        };
    }

    private static List<string?> Named(string text, IReadOnlyList<Figure> figures, Func<string, IReadOnlyList<string>> words)
    {
        // "CPM 9 €, CTR 1 %" or "9 € de CPM, 1 % de CTR": one way or the other throughout.
        var first = figures.Count > 0 && NamesIn(text[..figures[0].Start], words).Count > 0;
        return [.. figures.Select((f, i) => first
            ? i > 0 && IsRange(text, figures, i, words("between")) ? null : NamesIn(text[(i > 0 ? figures[i - 1].End : 0)..f.Start], words).LastOrDefault()
            : NamesIn(text[f.End..(i + 1 < figures.Count ? figures[i + 1].Start : text.Length)], words).FirstOrDefault())];
    }

    private static List<string> NamesIn(string text, Func<string, IReadOnlyList<string>> words)
    {
        var said = FigureWords.Split(text);
        var found = new List<string>();
        for (var i = 0; i < said.Count;)
        {
            // The longest wins: "coût par clic" is no click rate, "coût par conversion" no conversion rate.
            var (code, length) = Codes.Select(c => (c, FigureWords.LengthOf(said.Skip(i), words(c)))).MaxBy(c => c.Item2);
            found.AddRange(length > 0 ? [code] : Array.Empty<string>());
            i += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>True when nothing but "-", "à" or "to" stands before the figure, after another.</summary>
    private static bool IsRange(string text, IReadOnlyList<Figure> figures, int i, IReadOnlyList<string> joins)
    {
        var between = text[figures[i - 1].End..figures[i].Start];
        var said = ChoiceMatcher.Fold(between);
        return said.Length == 0 ? between.Any(c => c is '-' or '–') || figures[i].Values[0] < 0 : joins.Any(j => ChoiceMatcher.Fold(j) == said);
    }

    /// <summary>One amount and two percentages without a name stand in the order of the funnel.</summary>
    private static List<string?>? InOrder(IReadOnlyList<Figure> figures) => figures switch
    {
        [{ Unit: not FigureUnit.Percent }, { Unit: FigureUnit.Percent }, { Unit: FigureUnit.Percent }] => ["cpm", "ctr", "cvr"],
        _ => null,
    };
}
