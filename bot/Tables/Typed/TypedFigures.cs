using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>
/// A handful of figures in a sentence: at least two different KPIs, each beside its number, and hardly a word besides.
/// "We want 20% more clicks and 3 more sales" is a sentence, not a table.
/// </summary>
internal static class TypedFigures
{
    private const int LongestText = 300;
    private const int MostOtherWords = 7;

    /// <returns>Null when the text is not figures.</returns>
    public static TableResult? Read(string text, string locale, KpiDictionary kpis, ReadOptions options)
    {
        if (text.Length > LongestText || !text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var tokens = FigureTokens.Of(text, [.. kpis.Aliases(locale), .. kpis.Aliases(locale == Messages.Locales.French ? Messages.Locales.English : Messages.Locales.French)]);
        var figures = Pair(tokens);
        if (figures is null || figures.Count < 2 || tokens.Count(t => t.IsWord) > MostOtherWords || tokens.Exists(t => t.Refuses))
        {
            return null;
        }

        var ids = figures.Select(f => f.Kpi.Id).ToHashSet();
        var currency = figures.Select(f => f.Number.Currency).OfType<string>().Distinct().ToList();
        if (currency.Count == 0 && options.Currency is { } told)
        {
            currency.Add(told);
        }

        var metrics = figures.Select(f => new MetricColumn(Canonical(f.Kpi), f.Said, [f.Number.Percent ? f.Number.Value / 100 : f.Number.Value])).ToList();
        return new KpiTable
        {
            Source = "typed",
            Currency = currency is [var only] ? only : null,
            Currencies = currency,
            Metrics = [.. metrics, .. RatiosOf(metrics, kpis)],
            Keys = [],
            Grain = Grain.None,
            Dates = [],
            Lines = [1],
            RowCount = 1,
        };

        // "10 leads" alone are the conversions, as in a file.
        Kpi Canonical(Kpi kpi) => kpis.Instead(kpi.Id) is { } instead && ids.Add(instead) ? kpis.ById(instead) ?? kpi : kpi;
    }

    /// <summary>Whoever types spend and sales wants to know what one costs: the ratios that the figures make, to be computed from them.</summary>
    private static IEnumerable<MetricColumn> RatiosOf(List<MetricColumn> typed, KpiDictionary kpis)
    {
        bool Has(string? id) => id is not null && typed.Exists(m => m.Kpi.Id == id);
        return kpis.All.Where(k => k.Kind == KpiKind.Ratio && !Has(k.Id) && Has(k.Numerator) && Has(k.Denominator)).Select(k => new MetricColumn(k, k.Id, [double.NaN]));
    }

    /// <summary>Gives each number the KPI next to it: all names after their numbers ("4 ventes"), all before ("spend 300"), or one of each per clause, whichever fits more. Null when a KPI comes twice or a number fits no unit.</summary>
    private static List<(Kpi Kpi, string Said, FigureToken Number)>? Pair(List<FigureToken> tokens)
    {
        var pairs = new[] { Beside(tokens, 1), Beside(tokens, -1), PerClause(tokens) }.MaxBy(p => p.Count) ?? [];
        return pairs.Select(p => p.Kpi.Id).Distinct().Count() == pairs.Count && pairs.TrueForAll(p => Fits(p.Kpi, p.Number)) && tokens.Count(t => t.IsNumber) <= pairs.Count + 1
            ? pairs
            : null;
    }

    private static List<(Kpi Kpi, string Said, FigureToken Number)> PerClause(List<FigureToken> tokens)
    {
        var pairs = new List<(Kpi, string, FigureToken)>();
        var clause = new List<FigureToken>();
        foreach (var token in tokens.Append(FigureToken.Break))
        {
            if (!token.EndsClause)
            {
                clause.Add(token);
                continue;
            }

            if (clause.Where(t => t.IsNumber).ToList() is [var number] && clause.Where(t => t.Kpi is not null).ToList() is [{ Kpi: { } kpi } name])
            {
                pairs.Add((kpi, name.Text, number));
            }

            clause.Clear();
        }

        return pairs;
    }

    private static List<(Kpi Kpi, string Said, FigureToken Number)> Beside(List<FigureToken> tokens, int step)
    {
        var pairs = new List<(Kpi, string, FigureToken)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsNumber)
            {
                continue;
            }

            // Filler ("de", "of", "=") may stand between; another number or the end of a clause may not.
            var at = i + step;
            while (at >= 0 && at < tokens.Count && tokens[at].IsFiller)
            {
                at += step;
            }

            if (at >= 0 && at < tokens.Count && tokens[at].Kpi is { } kpi)
            {
                pairs.Add((kpi, tokens[at].Text, tokens[i]));
            }
        }

        return pairs;
    }

    private static bool Fits(Kpi kpi, FigureToken number) => kpi.Unit switch
    {
        KpiUnit.Money => !number.Percent,
        KpiUnit.Percent => number.Percent || number.Value <= 1,
        KpiUnit.Ratio => number.Currency is null,
        _ => !number.Percent && number.Currency is null,
    };
}
