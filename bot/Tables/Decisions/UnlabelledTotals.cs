using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Meta's totals row: the first or the last row, no key of its own, and no additive figure below that of any other row.</summary>
internal static class UnlabelledTotals
{
    public static List<StatedTotal> Take(TableBuilder b, IReadOnlyList<NumberColumn> numbers, IReadOnlyList<double[]> values, bool[] dropped, List<RowNote> notes)
    {
        var found = new List<StatedTotal>();
        var additive = Enumerable.Range(0, numbers.Count).Where(i => numbers[i].Kpi.Kind == KpiKind.Additive && values[i].Any(double.IsFinite)).ToList();
        foreach (var index in b.Keyless.Where(i => TableAssembly.IsEdge(i, b.Lines.Count) && !dropped[i]).ToList())
        {
            if (b.Lines.Count > 1 && b.Keyless.Count < b.Lines.Count && additive.Count > 0 && additive.TrueForAll(c => IsLargest(values[c], index, dropped)))
            {
                dropped[index] = true;
                notes.Add(new RowNote(b.Lines[index], "tables.row.total"));
                found.Add(new StatedTotal(b.Lines[index], "", Values(numbers, values, index)));
            }
            else if (b.Dates is { Readable: > 0 } dates && dates.Missing.Contains(index))
            {
                dropped[index] = true;
                notes.Add(new RowNote(b.Lines[index], "tables.row.footnote"));
            }
        }

        return found;
    }

    private static bool IsLargest(double[] values, int index, bool[] dropped)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i != index && !dropped[i] && values[i] > values[index])
            {
                return false;
            }
        }

        return double.IsFinite(values[index]) || !values.Any(double.IsFinite);
    }

    private static Dictionary<string, double> Values(IReadOnlyList<NumberColumn> numbers, IReadOnlyList<double[]> values, int index) =>
        Enumerable.Range(0, numbers.Count).Where(i => double.IsFinite(values[i][index])).ToDictionary(i => numbers[i].Kpi.Id, i => values[i][index]);
}
