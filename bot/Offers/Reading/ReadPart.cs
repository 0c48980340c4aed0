using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>The part of the data that is the test: the test phase of an e-mail, without the days that were named.</summary>
internal static class ReadPart
{
    /// <returns>The part and the days left out of it, or why it cannot be cut out.</returns>
    public static (OfferData? Data, IReadOnlyList<DateOnly> LeftOut, Refusal? Refusal) Of(OfferData data, OfferReadingOptions options)
    {
        if (options.TestPhase is { Counts: { } counts })
        {
            return counts.Count == data.Arms.Count
                ? (data with { Arms = [.. data.Arms.Zip(counts, (arm, c) => arm with { Counts = c })], Days = [], Segments = [], Others = [], Value = null }, [], null)
                : (null, [], Refusal.Of("offers.refused.phase-counts", ("arms", (double)data.Arms.Count)));
        }

        var last = options.TestPhase?.LastDay;
        if (last is null && options.DirtyDays.Count == 0)
        {
            return (data, [], null);
        }

        if (data.Days.Count == 0)
        {
            return (null, [], Refusal.Of(last is null ? "offers.refused.dirty-without-days" : "offers.refused.phase-without-days"));
        }

        bool Dirty(OfferDay d) => options.DirtyDays.Any(day => day >= d.Day && day < d.Day.AddDays(data.StepDays));
        var phase = data.Days.Where(d => last is null || d.Day <= last).ToList();
        var kept = phase.Where(d => !Dirty(d)).ToList();
        var leftOut = phase.Where(Dirty).Select(d => d.Day).ToList();
        if (kept.Count == 0)
        {
            return (null, [], Refusal.Of("offers.refused.no-day-left"));
        }

        if (kept.Count == data.Days.Count)
        {
            return (data, [], null);
        }

        // Segments, other counts and money are known for the whole only: of a part they are not.
        var arms = data.Arms.Select((arm, i) => arm with { Counts = new Arm(kept.Sum(d => d.Arms[i].Conversions), kept.Sum(d => d.Arms[i].Users)) }).ToList();
        return (data with { Arms = arms, Days = kept, Segments = [], Others = [], Value = null }, leftOut, null);
    }
}
