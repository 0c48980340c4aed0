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

        Arm[] Cut(IReadOnlyList<OfferDay> days) =>
            [.. Enumerable.Range(0, data.Arms.Count).Select(i => days.Where(d => (last is null || d.Day <= last) && !Dirty(d)).Select(d => d.Arms[i]).Aggregate(new Arm(0, 0), (sum, arm) => new Arm(sum.Conversions + arm.Conversions, sum.Users + arm.Users)))];
        var arms = data.Arms.Zip(Cut(data.Days), (arm, counts) => arm with { Counts = counts }).ToList();
        var part = data with
        {
            Arms = arms,
            Days = kept,

            // What is not known per day is known for the whole only: of a part it is not.
            Segments = [.. data.Segments.Where(s => s.Days.Count > 0).Select(s => s with { Arms = Cut(s.Days) })],
            Others = [.. data.Others.Where(o => o.Days.Count > 0).Select(o => o with { Arms = Cut(o.Days) })],

            // A conversion is worth what it is worth over the whole.
            Value = data.Value * arms.Sum(a => a.Counts.Conversions) / data.Arms.Sum(a => a.Counts.Conversions),
        };
        return (part, leftOut, null);
    }
}
