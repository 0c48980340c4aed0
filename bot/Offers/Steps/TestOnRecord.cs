using System.Globalization;
using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>How a test is to be read, from what its plan and the person's answers have put on record: split, looks, dates, days to leave out, segments, what a conversion is worth.</summary>
internal static class TestOnRecord
{
    private const int RetryDays = 7;

    /// <summary>A test that has nearly all of its people has them.</summary>
    private const double NearlyAll = .95;

    public static OfferReadingOptions Options(FlowWalk walk, OfferData data)
    {
        var trial = (int)(Sentences.NumberOf(walk, "trial") is > 0 and var told ? told : Sentences.NumberOf(walk, "plan_trial") ?? 0);
        var looks = (int)Math.Max(Sentences.NumberOf(walk, "looks_least") ?? 1, Sentences.NumberOf(walk, "looks") ?? 1);
        var planned = Sentences.NumberOf(walk, "plan_per_arm");
        var from = walk.Lookup("plan_baseline")?.Number;
        return new OfferReadingOptions
        {
            Weights = Weights(walk, data.Arms.Count),

            // Who stops because of what they saw has looked at least once before.
            Looks = walk.Lookup("ended")?.Text == "early" ? Math.Max(looks, 2) : looks,
            PlannedEnd = walk.Lookup("plan_to")?.Date,
            PlannedPerArm = planned is { } people && data.Arms.Min(a => a.Counts.Users) < NearlyAll * people ? people : null,
            WorthDifference = from is { } a && walk.Lookup("plan_target")?.Number is { } b ? Math.Abs(b - a) : null,
            Today = walk.Talk.Today,
            Daily = Sentences.NumberOf(walk, "plan_daily") is > 0 and var daily ? daily : null,
            Segments = walk.Lookup("segment")?.Text is { Length: > 0 } key and not "none" ? [key] : [],
            DirtyDays = data.Days.Count > 0 ? DaysKind.Days(walk, "odd_days") : [],
            TestPhase = PhaseOf(walk, data),
            FullPrice = trial > 0 ? new FullPriceRule(trial, RetryDays, walk.Lookup("plan_to")?.Date) : null,
            ValuePerConversion = Sentences.NumberOf(walk, "plan_value"),
            Currency = walk.Lookup("plan_value")?.Unit,
        };
    }

    /// <summary>An e-mail test with an automatic winner: what was sent before it, by its last day where there are days, else the counts that were given for it.</summary>
    private static TestPhase? PhaseOf(FlowWalk walk, OfferData data) =>
        walk.Lookup("random")?.Text != "mail" ? null
        : walk.Lookup("phase_end")?.Date is { } last && data.Days.Count > 0 ? new TestPhase(LastDay: last)
        : new TestPhase(Counts: [.. data.Arms.Select(a => a.Counts)]);

    /// <summary>Planned shares, as "80:20", "70/30" or the plan's own; null: equal, or as many as there are not arms.</summary>
    private static List<double>? Weights(FlowWalk walk, int arms)
    {
        var said = walk.Lookup("planned_split")?.Text is { } told && told.Any(char.IsDigit) ? told : walk.Lookup("plan_weights")?.Text;
        var shares = (said ?? "").Split([':', '/', ' ', '-', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => double.TryParse(p.Trim('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share : double.NaN).Where(s => s > 0).ToList();
        return shares.Count == arms ? shares : null;
    }
}
