using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A general caution where nothing shows yet: advertising platforms go on adding conversions to days that are only just over.</summary>
internal sealed class FreshConversions : IFinder
{
    private const int StillRising = 3;

    private static readonly string[] Platforms = ["google-ads", "meta-ads", "tiktok-ads", "linkedin-ads"];

    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (!Platforms.Contains(reading.Table.Source) || Lags.Counted(reading.Series) is not { Grain: Grain.Day } series || reading.Found.Any(f => f.Code == "attribution-lag"))
        {
            yield break;
        }

        var (last, fresh) = (series.Starts[^1], reading.Options.Today.AddDays(-StillRising));
        if (last > fresh && last <= reading.Options.Today)
        {
            var from = fresh.AddDays(1) > series.Starts[0] ? fresh.AddDays(1) : series.Starts[0];
            yield return Finding.Of("attribution-lag", Severity.Info, series.Id, from, last,
                ("reason", "recent"), ("n", series.Starts.Zip(series.Values).Where(d => d.First >= from && d.Second > 0).Sum(d => d.Second)), ("days", last.DayNumber - from.DayNumber + 1), ("readOn", last.AddDays(7)));
        }
    }
}
