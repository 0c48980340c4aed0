namespace MentorBot.Readouts;

/// <summary>A metric that grows or declines by the same share week after week: one sentence instead of the steps that a staircase would need.</summary>
internal static class Trends
{
    public static Finding Of(MetricSeries series, int looks)
    {
        var trend = series.Trend ?? throw new ArgumentException("The series has no trend.", nameof(series));
        var weeks = trend.Weeks - 1;
        double Whole(double perWeek) => Math.Pow(1 + perWeek, weeks) - 1;
        var (change, range, week) = (series.Change(Whole(trend.PerWeek)), series.Change(trend.Range.Map(Whole)), series.Change(trend.Range));
        return Finding.Of("real-change", Severity.Warning, series.Id, series.Starts[0], series.End(series.Starts.Length - 1),
            ("basis", "trend"), ("before", series.Rate(trend.First)), ("after", series.Rate(trend.Last)), ("change", change), ("low", range.Low), ("high", range.High),
            ("direction", change > 0 ? "up" : "down"), ("perWeek", series.Change(trend.PerWeek)), ("weekLow", week.Low), ("weekHigh", week.High), ("weeks", trend.Weeks), ("p", trend.P),
            ("n", series.Tested.UsableCount), ("looks", looks));
    }
}
