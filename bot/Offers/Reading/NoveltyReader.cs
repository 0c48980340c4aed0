using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Whether the effect of the first week lasted: people try what is new, or first stumble over it. Source: facts/statistics.md 1.9.</summary>
internal static class NoveltyReader
{
    private const double Alpha = .05;
    private const int Week = 7;

    /// <returns>Null without a first week and at least one whole week after it, or where a week's counts are no counts of its people.</returns>
    public static NoveltyReading? Of(OfferData data, ArmReading main)
    {
        if (data.Days.Count == 0)
        {
            return null;
        }

        var start = data.Days[0].Day;
        var weeks = data.Days.GroupBy(d => (d.Day.DayNumber - start.DayNumber) / Week)
            .Select(g => (From: start.AddDays(g.Key * Week), Days: g.Count() * data.StepDays, A: Sum(g, 0), B: Sum(g, main.Index))).OrderBy(w => w.From).ToList();
        var later = weeks.Skip(1).ToList();
        if (weeks[0].Days < Week || later.Sum(w => w.Days) < Week || !weeks.TrueForAll(w => Sound(w.A) && Sound(w.B)))
        {
            return null;
        }

        var first = RateComparison.Of(weeks[0].A, weeks[0].B);
        var after = RateComparison.Of(Sum(later.Select(w => w.A)), Sum(later.Select(w => w.B)));
        var (error, errorAfter) = (OfferReader.ErrorOf(first.A, first.B), OfferReader.ErrorOf(after.A, after.B));
        var spread = Math.Sqrt(error * error + errorAfter * errorAfter);
        var p = spread > 0 ? NormalQuantile.TwoSidedP((first.Difference - after.Difference) / spread) : 1;
        var verdict = p >= Alpha ? NoveltyVerdict.Steady : first.Difference > after.Difference ? NoveltyVerdict.Fading : NoveltyVerdict.Growing;
        return new NoveltyReading(first, after, p, verdict, [.. weeks.Select(w => (w.From, RateComparison.Of(w.A, w.B)))]);
    }

    private static Arm Sum(IEnumerable<OfferDay> days, int arm) => Sum(days.Select(d => d.Arms[arm]));

    private static Arm Sum(IEnumerable<Arm> arms)
    {
        var all = arms.ToList();
        return new Arm(all.Sum(a => a.Conversions), all.Sum(a => a.Users));
    }

    private static bool Sound(Arm arm) => arm.Users > 0 && arm.Conversions >= 0 && arm.Conversions <= arm.Users;
}
