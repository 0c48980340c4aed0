using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>The days that are new since the person's last reading of the same export, against what that reading saw per day. The range holds the counting error and this file's own day-to-day movement.</summary>
internal sealed class SinceLast : IFinder
{
    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (reading.Options.Last is not { Total: { } before, Days: > 0, To: { } lastDay } last || last.Metric != reading.Main || reading.SeriesOf(reading.Main) is not { } series)
        {
            yield break;
        }

        var partial = reading.Found.Where(f => f.Code == "partial-period").SelectMany(f => series.Starts.Where(d => d >= f.From && d <= f.To)).ToArray();
        if (WholeDays.Of(series, partial, lastDay) is not { } fresh)
        {
            yield break;
        }

        var (perDay, now) = (before / last.Days, fresh.Total / fresh.Days);
        var known = before > 0 && fresh.Total > 0;
        var error = Math.Sqrt((known ? 1 / before + 1 / fresh.Total : 0) + (series.Fit is { } fit ? fit.Variation * (1.0 / last.Days + 1.0 / fresh.Days) * (1 + fit.Persistence) / (1 - fit.Persistence) : 0));
        var reach = NormalQuantile.TwoSided(.95) * error;
        yield return Finding.Of("since-last", Severity.Info, reading.Main, fresh.From, fresh.To,
            ("lastOn", last.On), ("before", perDay), ("after", now), ("change", known ? now / perDay - 1 : null),
            ("low", known ? now / perDay * Math.Exp(-reach) - 1 : null), ("high", known ? now / perDay * Math.Exp(reach) - 1 : null),
            ("n", before + fresh.Total), ("daysBefore", last.Days), ("days", fresh.Days),
            ("direction", !known || now / perDay * Math.Exp(-reach) > 1 == now / perDay * Math.Exp(reach) > 1 ? now > perDay ? "up" : "down" : "flat"));
    }
}
