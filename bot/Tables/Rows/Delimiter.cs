using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Finds the delimiter over several lines, outside quotes. Never '|': campaign names hold it.</summary>
internal static class Delimiter
{
    private const int Lines = 60;
    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>The one under which a row names most KPIs and keys that we know; then the one whose count per line is steadiest.</summary>
    public static char Of(string sample, KpiDictionary kpis)
    {
        if (sample.Length > 4 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Candidates.Contains(sample[4]))
        {
            return sample[4];
        }

        return Candidates
            .Select(c => (Sign: c, Rows: Sample(sample, c)))
            .OrderByDescending(c => c.Rows.Select(r => r.Count(cell => kpis.Match(cell) is not null)).DefaultIfEmpty(0).Max())
            .ThenByDescending(c => Steadiness(c.Rows))
            .First().Sign;
    }

    private static List<string[]> Sample(string sample, char delimiter)
    {
        var rows = new List<string[]>();
        try
        {
            using var reader = new StringReader(sample);
            rows.AddRange(DelimitedRows.Read(reader, delimiter).Where(r => !r.IsBlank).Take(Lines).Select(r => r.Texts()));
        }
        catch (UnreadableFileException)
        {
            // The sample may end inside a quoted cell; the rows before it are enough here, and the full reading reports a real one.
        }

        return rows;
    }

    /// <summary>How many lines share the commonest number of cells above one, then that number.</summary>
    private static (int Lines, int Cells) Steadiness(List<string[]> rows) =>
        rows.Where(r => r.Length > 1).GroupBy(r => r.Length).Select(g => (g.Count(), g.Key)).OrderDescending().FirstOrDefault();
}
