using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Puts a reading of averages into codes with values. What a test on a rate says in the same words keeps its sentence.</summary>
internal static class MeanReasons
{
    public static MeanReading Told(MeanReading reading)
    {
        var holds = Holds(reading);
        return reading with { Reasons = Reasons(reading), Holds = holds, Cautions = [.. reading.Data.Cautions, .. Cautions(reading)], DecideNow = DecideNow(reading, holds) };
    }

    internal static (string, object?)[] Versus(MeanReading reading)
    {
        var (main, compared) = (reading.Main, reading.Main.Compared);
        return
        [
            ("arm", main.Name), ("control", reading.Data.Control.Name), ("meanA", compared.A.Mean), ("meanB", compared.B.Mean), ("deviationA", compared.A.Deviation), ("deviationB", compared.B.Deviation),
            ("nA", compared.A.Users), ("nB", compared.B.Users), ("difference", compared.Difference), ("error", compared.Error), ("low", compared.Range.Low), ("high", compared.Range.High), ("loses", -compared.Range.High),
            ("lift", compared.Lift), ("liftLow", compared.LiftRange?.Low), ("liftHigh", compared.LiftRange?.High), ("p", OfferReasons.Shown(main.AdjustedP)), ("freedom", compared.Freedom),
            ("t", Student.TwoSided(main.Confidence, compared.Freedom)), ("confidence", main.Confidence), .. Unit(reading.Data),
        ];
    }

    /// <summary>The unit that the helpers <c>value</c> and <c>gap</c> take.</summary>
    internal static (string, object?)[] Unit(MeanData data) => [("unit", data.Currency is null ? "number" : "money"), ("currency", data.Currency)];

    private static List<OfferNote> Reasons(MeanReading reading)
    {
        var (main, data) = (reading.Main, reading.Data);
        if (!reading.CanBeRead)
        {
            var all = data.Arms.Sum(a => a.Figures.Users);
            double Seen(int arm) => data.Arms[arm].Figures.Users / all;
            var worst = Enumerable.Range(0, reading.Weights.Count).MaxBy(i => Math.Abs(Seen(i) - reading.Weights[i]));
            return [OfferNote.Of("reason.invalid", ("arm", data.Arms[worst].Name), ("seen", Seen(worst)), ("planned", reading.Weights[worst]), ("chi2", reading.Split.Chi2), ("p", OfferReasons.Shown(reading.Split.P)))];
        }

        var notes = new List<OfferNote> { OfferNote.Of(reading.Decision switch { OfferDecision.Ship => "mean.reason.ship", OfferDecision.Stop => "mean.reason.stop", _ => "mean.reason.continue" }, Versus(reading)) };
        if (reading.Versus.Count > 1)
        {
            notes.Add(OfferNote.Of("reason.several", ("comparisons", (double)reading.Versus.Count), ("confidence", main.Confidence)));
        }

        if (reading.Peeking.Peeked)
        {
            notes.Add(OfferNote.Of(
                "mean.reason.peeked",
                [("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate), ("low", reading.Peeking.Anytime?.Low), ("high", reading.Peeking.Anytime?.High), ("known", reading.Peeking.Anytime is not null), ("holdsZero", reading.Peeking.AnytimeHoldsZero), ("decided", main.Decided), .. Unit(data)]));
        }

        if (reading.Exaggerated is { } e)
        {
            notes.Add(OfferNote.Of("mean.reason.exaggerated", [("assumed", e.EffectAssumed), ("power", e.Exaggeration.Power), ("factor", e.Exaggeration.Factor), .. Unit(data)]));
        }

        if (!main.Decided)
        {
            notes.Add(OfferNote.Of("mean.reason.excluded", Versus(reading)));
        }

        return notes;
    }

    private static List<OfferNote> Holds(MeanReading reading)
    {
        var notes = new List<OfferNote>();
        if (!reading.CanBeRead)
        {
            return notes;
        }

        void Add(bool when, string code, params (string, object?)[] values)
        {
            if (when)
            {
                notes.Add(OfferNote.Of(code, values));
            }
        }

        var (data, options) = (reading.Data, reading.Options);
        Add(reading.Provisional, "hold.provisional", ("day", reading.EarliestRead));
        Add(reading.Carried, "mean.hold.carried", Tail(reading));
        Add(reading.Peeking.Peeked && reading.Main.Decided && reading.Peeking.AnytimeHoldsZero, "hold.peeked", ("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate));
        Add(options.Today < options.PlannedEnd, "hold.before-end", ("day", options.PlannedEnd), ("last", options.Today));
        var smallest = data.Arms.Min(a => a.Figures.Users);
        Add(smallest < options.PlannedPerArm, "hold.before-size", ("planned", options.PlannedPerArm), ("smallest", smallest));
        return notes;
    }

    private static List<OfferNote> Cautions(MeanReading reading)
    {
        var notes = new List<OfferNote>();
        if (reading.CanBeRead && reading.Split.Testable && reading.Split.P < OfferReasons.OddSplit)
        {
            notes.Add(OfferNote.Of("caution.odd-split", ("p", reading.Split.P)));
        }

        if (!reading.CanBeRead)
        {
            return notes;
        }

        // A file shows how lopsided the amounts are; mean and deviation alone show the least that they can be.
        var smallest = reading.Data.Arms.Min(a => a.Figures.Users);
        var skewness = reading.Data.Tail?.Skewness ?? reading.Data.Arms.Max(a => Skewness.AtLeast(a.Figures.Mean, a.Figures.Deviation)) ?? 0;
        var enough = Math.Ceiling(Skewness.EnoughPeople(Math.Max(0, skewness)));
        if (smallest < enough)
        {
            notes.Add(OfferNote.Of("mean.caution.lopsided", ("smallest", smallest), ("enough", enough), ("seen", reading.Data.Tail is not null)));
        }

        if (reading.WithoutLargest is not null && !reading.Carried)
        {
            notes.Add(OfferNote.Of("mean.caution.largest", Tail(reading)));
        }

        return notes;
    }

    private static (string, object?)[] Tail(MeanReading reading) => reading is not { Data.Tail: { } tail, WithoutLargest: { } rest } ? [] :
    [
        ("largest", (double)tail.Largest), ("from", tail.From), ("share", tail.Share), ("people", reading.Data.Arms.Sum(a => a.Figures.Users)), ("difference", rest.Difference), ("low", rest.Range.Low), ("high", rest.Range.High),
        .. Unit(reading.Data),
    ];

    private static OfferNote DecideNow(MeanReading reading, List<OfferNote> holds)
    {
        var values = new List<(string, object?)>(Versus(reading)) { ("holds", (double)holds.Count), ("day", reading.EarliestRead) };
        if (reading.Data.Currency is not null && reading.Main.Decided)
        {
            values.Add(("perThousand", 1000 * (reading.Main.Above ? reading.Main.Compared.Range.Low : -reading.Main.Compared.Range.High)));
        }

        if (reading.Settling is { } s)
        {
            values.AddRange([("effect", s.Effect), ("planned", s.Planned), ("needed", s.PerArm), ("more", s.More), ("weeks", s.Weeks), ("most", (double)OfferPlan.NeverWeeks)]);
        }

        return OfferNote.Of(
            reading.Decision switch
            {
                OfferDecision.Invalid => "decide.invalid",
                _ when reading.Provisional => "decide.provisional",
                OfferDecision.Ship => holds.Count > 0 ? "decide.ship-held" : "mean.decide.ship",
                OfferDecision.Stop => holds.Count > 0 ? "decide.stop-held" : "mean.decide.stop",
                _ when reading.Settling is { Planned: true } settling && reading.Main.Compared.Range.High < settling.Effect => "mean.decide.tie-no-gain",
                _ when reading.Settling is null or { PerArm: null } => "decide.tie-open",
                _ when reading.Settling.Never => "mean.decide.tie-never",
                _ when reading.Settling.More is 0 => "mean.decide.tie-seen-enough",
                _ => "mean.decide.tie-more",
            },
            values);
    }
}
