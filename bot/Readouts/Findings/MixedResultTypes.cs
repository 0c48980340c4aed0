using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A column "Results" counts whatever each campaign was set up for: purchases here, leads there. Its sum is then a number of nothing.</summary>
internal sealed class MixedResultTypes : IFinder
{
    private const int MostNamed = 5;

    private static readonly string[] Headers = ["results", "resultats"];

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var table = reading.Table;
        if (table.Metric("conversions") is not { } results || !Headers.Contains(HeaderName.Split(results.Header).Name) || table.Key("result_type") is not { } type)
        {
            yield break;
        }

        var counts = Enumerable.Range(0, table.RowCount).Where(row => type.Codes[row] >= 0 && !double.IsNaN(results.Values[row]))
            .GroupBy(row => type.Codes[row]).Select(g => (Name: type.Values[g.Key], Total: g.Sum(row => results.Values[row]), Rows: g.Count())).OrderByDescending(g => g.Total).ToList();
        if (counts.Count > 1)
        {
            yield return Finding.Of("mixed-result-types", Severity.Warning, results.Kpi.Id, null, null,
            [
                ("n", counts.Count), ("rows", counts.Sum(c => c.Rows)), ("total", counts.Sum(c => c.Total)),
                ("types", string.Join(", ", counts.Take(MostNamed).Select(c => c.Name))), ("first", counts[0].Name), ("firstCount", counts[0].Total), ("second", counts[1].Name), ("secondCount", counts[1].Total),
                .. counts.Take(MostNamed).Index().Select(c => ($"count{(c.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}", (object?)c.Item.Total)),
            ]);
        }
    }
}
