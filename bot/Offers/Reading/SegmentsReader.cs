using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Planned segments, each compared with itself; others are never read, because one of twenty shows something by chance. Source: facts/statistics.md 1.7, 2.5.</summary>
internal static class SegmentsReader
{
    /// <returns>Null when the data does not have the key, or fewer than two of its segments have people in both arms.</returns>
    public static SegmentsReading? Of(OfferData data, ArmReading main, string key)
    {
        var parts = data.Segments.Where(s => s.Key == key).Select(s => (s.Value, A: s.Arms[0], B: s.Arms[main.Index])).Where(s => Sound(s.A) && Sound(s.B)).ToList();
        if (parts.Count < 2)
        {
            return null;
        }

        var compared = parts.ConvertAll(p => RateComparison.Of(p.A, p.B));
        var adjusted = Correction.Holm([.. compared.Select(c => c.P)]);
        var stratified = StratifiedDifference.Of([.. parts.Select(p => (p.A, p.B))]);
        var pooled = Rate(parts.Select(p => p.B)) - Rate(parts.Select(p => p.A));
        return new SegmentsReading(
            key,
            [.. parts.Select((p, i) => new SegmentReading(p.Value, compared[i], adjusted[i]))],
            stratified,
            pooled,
            MixP(parts.ConvertAll(p => (p.A.Users, p.B.Users))),
            Math.Sign(pooled) * Math.Sign(stratified.Difference) < 0);
    }

    /// <summary>Chi-square of users by segment and arm: whether the arms hold the same mix.</summary>
    private static double MixP(List<(double A, double B)> users)
    {
        IReadOnlyList<double> totals = [users.Sum(u => u.A), users.Sum(u => u.B)];
        return SampleRatio.ChiSquaredTail(users.Sum(u => SampleRatio.Of([u.A, u.B], totals).Chi2), users.Count - 1);
    }

    private static double Rate(IEnumerable<Arm> arms)
    {
        var all = arms.ToList();
        return all.Sum(a => a.Conversions) / all.Sum(a => a.Users);
    }

    private static bool Sound(Arm arm) => arm.Users > 0 && arm.Conversions >= 0 && arm.Conversions <= arm.Users;
}
