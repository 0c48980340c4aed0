namespace MentorBot.Statistics;

/// <summary>Why the rate of a whole moved: its segments' own rates, or the weight of each. Source: facts/statistics.md 2.4, mid-point centred.</summary>
internal static class MixRate
{
    /// <summary>
    /// Per segment mix = (w1 - w0)((r0 + r1)/2 - (R0 + R1)/2) and rate = (w0 + w1)/2 (r1 - r0), with w its share of the exposure and r its rate. Exact: all of them add up to R1 - R0, and
    /// the segments' order does not matter. A segment that enters or leaves has one rate only: it is all mix.
    /// </summary>
    /// <returns>Null when a side has no exposure, or a segment has events without any: then the rates of the segments do not make the rate of the whole.</returns>
    public static MixRateSplit? Of(IReadOnlyList<SegmentSums> segments)
    {
        double Share(double part, double whole) => part / whole;
        var (e0, e1) = (segments.Sum(s => s.ExposureBefore), segments.Sum(s => s.ExposureAfter));
        if (!(e0 > 0 && e1 > 0) || segments.Any(s => (s.ExposureBefore <= 0 && s.EventsBefore != 0) || (s.ExposureAfter <= 0 && s.EventsAfter != 0)))
        {
            return null;
        }

        var (before, after) = (segments.Sum(s => s.EventsBefore) / e0, segments.Sum(s => s.EventsAfter) / e1);
        var middle = (before + after) / 2;
        return new MixRateSplit(before, after, [.. segments.Select(s =>
        {
            var (w0, w1) = (Share(s.ExposureBefore, e0), Share(s.ExposureAfter, e1));
            double? r0 = w0 > 0 ? s.EventsBefore / s.ExposureBefore : null;
            double? r1 = w1 > 0 ? s.EventsAfter / s.ExposureAfter : null;
            var (from, to) = (r0 ?? r1 ?? middle, r1 ?? r0 ?? middle);
            return new SegmentEffect(w0, w1, r0, r1, (w1 - w0) * ((from + to) / 2 - middle), (w0 + w1) / 2 * (to - from));
        })]);
    }
}

/// <param name="EventsBefore">What is divided, such as conversions.</param>
/// <param name="ExposureBefore">What it is divided by, such as clicks.</param>
internal readonly record struct SegmentSums(double EventsBefore, double ExposureBefore, double EventsAfter, double ExposureAfter);

/// <param name="ShareBefore">Of the whole's exposure.</param>
/// <param name="RateBefore">Null for a segment that enters.</param>
/// <param name="RateAfter">Null for a segment that leaves.</param>
internal readonly record struct SegmentEffect(double ShareBefore, double ShareAfter, double? RateBefore, double? RateAfter, double Mix, double Rate);

internal sealed record MixRateSplit(double Before, double After, IReadOnlyList<SegmentEffect> Segments)
{
    public double Mix => Segments.Sum(s => s.Mix);

    public double Rate => Segments.Sum(s => s.Rate);
}
