namespace MentorBot.Tables;

/// <summary>Columns that carry a KPI which another column carries already, in the terms of that one: its decimal sign, its percents.</summary>
internal static class RivalColumns
{
    public static IEnumerable<MetricColumn> Of(TableBuilder b, List<NumberColumn> numbers, List<MetricColumn> metrics, char?[] signs, bool[] percents)
    {
        foreach (var rival in b.Rivals.Where(r => r.Readable > 0 && r.Unreadable.Count == 0))
        {
            var at = numbers.FindIndex(n => n.Kpi.Id == rival.Kpi.Id);
            if (at < 0)
            {
                continue;
            }

            var values = rival.Take(signs[at]);
            yield return new MetricColumn(metrics[at].Kpi, rival.Plan.Header, percents[at] ? Array.ConvertAll(values, v => v / 100) : values);
        }
    }
}
