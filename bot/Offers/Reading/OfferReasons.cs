namespace MentorBot.Offers;

/// <summary>Puts a reading into codes with values: why the decision, what holds it back, what else to know, what can be decided now.</summary>
internal static class OfferReasons
{
    /// <summary>Below it a split is worth a look, though not yet broken (the SRM Checker's threshold, facts/statistics.md 1.4).</summary>
    internal const double OddSplit = .01;

    /// <summary>Without a traffic figure, a test that needs this many times the people it has is called out of reach.</summary>
    private const double FarTimes = 10;

    public static OfferReading Told(OfferReading reading)
    {
        var holds = Holds(reading);
        return reading with { Reasons = Reasons(reading), Holds = holds, Cautions = [.. reading.Data.Cautions, .. Cautions(reading)], DecideNow = DecideNow(reading, holds) };
    }

    private static List<OfferNote> Reasons(OfferReading reading)
    {
        var (main, notes) = (reading.Main, new List<OfferNote>());
        if (!reading.CanBeRead)
        {
            var worst = Enumerable.Range(0, reading.Weights.Count).MaxBy(i => Math.Abs(Seen(reading, i) - reading.Weights[i]));
            return [OfferNote.Of("reason.invalid", ("arm", reading.Data.Arms[worst].Name), ("seen", Seen(reading, worst)), ("planned", reading.Weights[worst]), ("chi2", reading.Split.Chi2), ("p", Shown(reading.Split.P)))];
        }

        var versus = Versus(reading);
        notes.Add(OfferNote.Of(reading.Decision switch { OfferDecision.Ship => "reason.ship", OfferDecision.Stop => "reason.stop", _ => "reason.continue" }, versus));
        if (reading.Versus.Count > 1 || reading.Options.Metrics > 1)
        {
            notes.Add(OfferNote.Of("reason.several", ("comparisons", (double)(reading.Versus.Count * Math.Max(1, reading.Options.Metrics))), ("confidence", main.Confidence)));
        }

        if (reading.Data.Arms.MinBy(a => a.Counts.Conversions) is { } least && least.Counts.Conversions < PlanWarnings.FewConversions)
        {
            notes.Add(OfferNote.Of("reason.few", ("arm", least.Name), ("conversions", least.Counts.Conversions), ("fewest", PlanWarnings.FewConversions)));
        }

        if (reading.Peeking.Peeked)
        {
            notes.Add(OfferNote.Of(
                "reason.peeked",
                [("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate), ("low", reading.Peeking.Anytime?.Low), ("high", reading.Peeking.Anytime?.High), ("known", reading.Peeking.Anytime is not null), ("holdsZero", reading.Peeking.AnytimeHoldsZero), ("decided", main.Decided)]));
        }

        if (reading.Exaggerated is { } e)
        {
            notes.Add(OfferNote.Of("reason.exaggerated", ("planned", e.Planned), ("assumed", e.EffectAssumed), ("power", e.Exaggeration.Power), ("factor", e.Exaggeration.Factor)));
        }

        if (!main.Decided)
        {
            notes.Add(OfferNote.Of("reason.excluded", versus));
        }

        return notes;
    }

    private static List<OfferNote> Holds(OfferReading reading)
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
                notes.Add(OfferNote.Of($"hold.{code}", values));
            }
        }

        var (data, options) = (reading.Data, reading.Options);
        var last = data.Days.Count > 0 ? data.Days[^1].Day.AddDays(data.StepDays - 1) : options.Today;
        Add(reading.Provisional, "provisional", ("day", reading.EarliestRead));
        Add(data.Duplicates is { Flagged: true }, "duplicates", ("several", (double)(data.Duplicates?.Several ?? 0)), ("people", (double)(data.Duplicates?.People ?? 0)), ("share", (double)(data.Duplicates?.Several ?? 0) / (data.Duplicates?.People ?? 1)));
        foreach (var guard in reading.Guardrails.Where(g => g.Verdict != GuardrailVerdict.Kept))
        {
            Add(true, guard.Verdict == GuardrailVerdict.Broken ? "guardrail-broken" : "guardrail-unproven", GuardrailValues(guard));
        }

        Add(reading.Peeking.Peeked && reading.Main.Decided && reading.Peeking.AnytimeHoldsZero, "peeked", ("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate));
        Add(last < options.PlannedEnd, "before-end", ("day", options.PlannedEnd), ("last", last));
        var smallest = data.Arms.Min(a => a.Counts.Users);
        Add(smallest < options.PlannedPerArm, "before-size", ("planned", options.PlannedPerArm), ("smallest", smallest));
        Add(data.Days.Count > 0 && Length(reading) < 7 && options.TestPhase is null, "under-a-week", ("days", (double)Length(reading)));
        foreach (var segments in reading.Segments.Where(s => s.Simpson))
        {
            Add(true, "simpson", SegmentValues(segments, reading));
        }

        Add(reading.Novelty is { Verdict: NoveltyVerdict.Fading } && reading.Decision == OfferDecision.Ship, "fading", NoveltyValues(reading));
        return notes;
    }

    private static List<OfferNote> Cautions(OfferReading reading)
    {
        var notes = new List<OfferNote>();
        void Add(bool when, string code, params (string, object?)[] values)
        {
            if (when)
            {
                notes.Add(OfferNote.Of($"caution.{code}", values));
            }
        }

        var (data, options) = (reading.Data, reading.Options);
        Add(reading.LeftOut.Count > 0, "left-out", ("days", (double)reading.LeftOut.Count), ("first", reading.LeftOut.FirstOrDefault()));
        Add(options.TestPhase is not null, "test-phase", ("day", options.TestPhase?.LastDay));
        Add(reading.CanBeRead && reading.Split.Testable && reading.Split.P < OddSplit, "odd-split", ("p", reading.Split.P));
        if (!reading.CanBeRead)
        {
            return notes;
        }

        Add(data.Days.Count > 0 && Length(reading) > 7 && Length(reading) % 7 != 0 && reading.LeftOut.Count == 0, "partial-week", ("days", (double)Length(reading)));
        Add(data.Duplicates is { Several: > 0, Flagged: false }, "some-duplicates", ("several", (double)(data.Duplicates?.Several ?? 0)), ("people", (double)(data.Duplicates?.People ?? 0)));
        foreach (var missing in options.Guardrails.Where(g => !reading.Guardrails.Any(r => r.Plan == g)))
        {
            Add(true, "guardrail-missing", ("metric", missing.Metric));
        }

        foreach (var missing in options.Segments.Where(k => !reading.Segments.Any(s => s.Key == k)))
        {
            Add(true, "segment-missing", ("key", missing));
        }

        foreach (var segments in reading.Segments)
        {
            Add(segments.Differ && !segments.Simpson, "segments-differ", SegmentValues(segments, reading));
            Add(segments.MixP < .001 && !segments.Simpson, "mix-differs", SegmentValues(segments, reading));
        }

        Add(reading.Novelty is { Verdict: NoveltyVerdict.Growing } || reading.Novelty is { Verdict: NoveltyVerdict.Fading } && reading.Decision != OfferDecision.Ship, "effect-moved", NoveltyValues(reading));
        return notes;
    }

    private static OfferNote DecideNow(OfferReading reading, List<OfferNote> holds)
    {
        var smallest = reading.Data.Arms.Min(a => a.Counts.Users);
        var values = new List<(string, object?)>(Versus(reading)) { ("holds", (double)holds.Count), ("day", reading.EarliestRead) };
        if (reading.Value is { } value)
        {
            values.AddRange([("perThousand", Math.Abs(value.PerThousand)), ("currency", value.Currency)]);
        }

        if (reading.Settling is { } s)
        {
            values.AddRange([("effect", s.Effect), ("effectPoints", 100 * s.Effect), ("planned", s.Planned), ("needed", s.PerArm), ("more", s.More), ("times", s.PerArm / smallest), ("weeks", s.Weeks), ("most", (double)OfferPlan.NeverWeeks)]);
        }

        var code = reading.Decision switch
        {
            OfferDecision.Invalid => "invalid",
            _ when reading.Provisional => "provisional",
            OfferDecision.Ship => holds.Count > 0 ? "ship-held" : "ship",
            OfferDecision.Stop => holds.Any(h => h.Name is "duplicates" or "peeked" or "before-end" or "before-size" or "under-a-week" or "simpson") ? "stop-held" : "stop",
            _ when reading.Settling is { Planned: true } settling && reading.Main.Compared.Range.High < settling.Effect => "tie-no-gain",
            _ when reading.Settling is { PerArm: null, Effect: > 0 } => "tie-no-base",
            _ when reading.Settling is null or { PerArm: null } => "tie-open",
            _ when reading.Settling.Never => "tie-never",
            _ when reading.Settling.More is 0 => "tie-seen-enough",
            _ when reading.Settling.Weeks is null && reading.Settling.PerArm > FarTimes * smallest => "tie-far",
            _ => "tie-more",
        };
        return OfferNote.Of($"decide.{code}", values);
    }

    /// <summary>Days from the first to the last, both counted, gaps included.</summary>
    internal static int Length(OfferReading reading) =>
        reading.Data.Days.Count == 0 ? 0 : reading.Data.Days[^1].Day.DayNumber - reading.Data.Days[0].Day.DayNumber + reading.Data.StepDays;

    internal static (string, object?)[] Versus(OfferReading reading)
    {
        var (main, compared) = (reading.Main, reading.Main.Compared);
        return
        [
            ("arm", main.Name), ("control", reading.Data.Control.Name), ("rateA", compared.A.Rate), ("rateB", compared.B.Rate), ("xA", compared.A.Conversions), ("nA", compared.A.Users), ("xB", compared.B.Conversions),
            ("nB", compared.B.Users), ("difference", compared.Difference), ("low", compared.Range.Low), ("high", compared.Range.High), ("losesPoints", -100 * compared.Range.High), ("lift", compared.Lift),
            ("liftLow", compared.LiftRange?.Low), ("liftHigh", compared.LiftRange?.High), ("liftKnown", compared.LiftRange is not null), ("p", Shown(main.AdjustedP)), ("exact", compared.Exact), ("confidence", main.Confidence),
        ];
    }

    internal static (string, object?)[] GuardrailValues(GuardrailReading guard) =>
    [
        ("metric", guard.Name), ("margin", guard.Plan.Margin), ("worsening", guard.Worsening), ("low", guard.Range.Low), ("high", guard.Range.High), ("upper", guard.Upper), ("rateA", guard.Control.Rate), ("rateB", guard.Treated.Rate),
        ("nA", guard.Control.Users), ("nB", guard.Treated.Users), ("needed", guard.Needed), ("lower", guard.Plan.LowerIsBetter),
    ];

    internal static (string, object?)[] SegmentValues(SegmentsReading segments, OfferReading reading) =>
    [
        ("key", segments.Key), ("arm", reading.Main.Name), ("control", reading.Data.Control.Name), ("pooled", segments.Pooled), ("difference", segments.Stratified.Difference), ("low", segments.Stratified.Range.Low),
        ("high", segments.Stratified.Range.High), ("segments", (double)segments.Parts.Count),
    ];

    private static (string, object?)[] NoveltyValues(OfferReading reading) => reading.Novelty is not { } n ? [] :
    [
        ("arm", reading.Main.Name), ("first", n.First.Difference), ("firstLow", n.First.Range.Low), ("firstHigh", n.First.Range.High), ("later", n.Later.Difference), ("laterLow", n.Later.Range.Low), ("laterHigh", n.Later.Range.High),
    ];

    /// <summary>Null below what four decimals show: the text then says "below".</summary>
    internal static double? Shown(double p) => p < .0001 ? null : p;

    private static double Seen(OfferReading reading, int arm) => reading.Data.Arms[arm].Counts.Users / reading.Data.Arms.Sum(a => a.Counts.Users);
}
