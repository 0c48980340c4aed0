using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// The mentor's reading of a test, after the person's own (<c>own</c> names that step): what they saw beside what the figures allow, then the reading itself. A split that is not the planned one stops everything.
/// What the rule written before says about this result is made known as rule_says; the upload goes with the reading. With <c>gate: true</c> it only speaks
/// when the split is broken, before anything else is asked.
/// </summary>
internal sealed class OfferReadingKind(TestDesk desk, ReadingParts parts, MeanReport means) : IStepKind
{
    private const int RetryDays = 7;
    private const int LongestReviewWeeks = 8;

    /// <summary>A test that has nearly all of its people has them.</summary>
    private const double NearlyAll = .95;

    public string Kind => "offer-reading";

    public StepShape Shape(Step step) => new()
    {
        Words = IsGate(step) ? [] : ["beside-same", "beside-not-yet", "beside-opposite", "beside-fits", "beside-missed"],
        Writes =
        [
            "verdict", "arm", "control", "rate_a", "rate_b", "diff", "diff_low", "diff_high", "diff_unit", "diff_currency", "lift", "reading_line", "held", "held_by", "provisional", "rule_says", "weeks_more", "more", "never", "review_on",
            "people", "arithmetic",
        ],
        Problems = step.Text("own") is null && !IsGate(step) ? [("it does not wait for the person's own reading", "add 'own:' with the id of that question")] : [],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Lookup("data_source")?.Text is not { } source)
        {
            return new StepResult.Go();
        }

        var from = string.Join('|', new[] { "looks", "ended", "planned_split", "odd_days", "trial", "segment", "random", "phase_end" }.Select(n => Plain(walk.Lookup(n))).Prepend(source));
        if (walk.IsMarked(step, from))
        {
            return new StepResult.Go();
        }

        walk.Mark(step, from);
        if (MeanDesk.Kept(walk) is { } averages)
        {
            Read(walk, step, averages);
            return new StepResult.Go();
        }

        var (data, _) = await desk.ReadAsync(walk, source, "", cancellationToken);
        if ((data ?? TestDesk.Counts(walk)) is not { } counts)
        {
            return new StepResult.Go();
        }

        var (reading, refusal) = OfferReading.Of(counts, OptionsOf(walk, counts));
        if (reading is null)
        {
            walk.Set("verdict", FlowValue.Of("refused"));
            walk.Say(walk.T(refusal!), joinNext: true);
            return new StepResult.Go();
        }

        if (IsGate(step) && reading.CanBeRead)
        {
            walk.Set("verdict", null);
            return new StepResult.Go();
        }

        Know(walk, reading);
        Know(walk, ReadingGist.Of(reading));
        var beside = Beside(walk, step, ReadingGist.Of(reading));
        walk.Say([.. beside.Length > 0 ? new MessagePart[] { new TextPart(beside) } : [], .. parts.Of(reading, walk.Voice)]);
        if (Material.FileOf(source) is { } id)
        {
            walk.Release(id);
        }

        return new StepResult.Go();
    }

    private void Read(FlowWalk walk, Step step, MeanData averages)
    {
        var around = OptionsOf(walk, OfferData.Of(averages.Arms.Select(a => (a.Name, new Statistics.Arm(0, a.Figures.Users)))));
        var (reading, refusal) = MeanReading.Of(averages, MeanReadingStep.Options(walk, around));
        if (reading is null)
        {
            walk.Set("verdict", FlowValue.Of("refused"));
            walk.Say(walk.T(refusal!), joinNext: true);
        }
        else if (IsGate(step) && reading.CanBeRead)
        {
            walk.Set("verdict", null);
        }
        else
        {
            MeanReadingStep.Know(walk, reading, means);
            Know(walk, ReadingGist.Of(reading));
            var beside = Beside(walk, step, ReadingGist.Of(reading));
            walk.Say([.. beside.Length > 0 ? new MessagePart[] { new TextPart(beside) } : [], .. means.Short(reading, walk.Voice)]);
        }
    }

    private static OfferReadingOptions OptionsOf(FlowWalk walk, OfferData data)
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

    private void Know(FlowWalk walk, OfferReading reading)
    {
        var (main, compared, read) = (reading.Main, reading.Main.Compared, reading.CanBeRead);
        walk.Set("arm", FlowValue.Of(main.Name));
        walk.Set("control", FlowValue.Of(reading.Data.Control.Name));
        walk.Set("reading_line", FlowValue.Of(parts.Line(reading, walk.Voice)));
        Sentences.Text(walk, "held_by", reading.Holds.Count > 0 ? reading.Holds[0].Name : null);
        Sentences.Number(walk, "rate_a", read ? compared.A.Rate : null, "%");
        Sentences.Number(walk, "rate_b", read ? compared.B.Rate : null, "%");
        Sentences.Number(walk, "diff", read ? compared.Difference : null);
        Sentences.Number(walk, "diff_low", read ? compared.Range.Low : null);
        Sentences.Number(walk, "diff_high", read ? compared.Range.High : null);
        walk.Set("diff_unit", FlowValue.Of("percent"));
        walk.Set("diff_currency", FlowValue.Of(""));
        Sentences.Number(walk, "lift", read ? compared.Lift : null, "±%");
        Sentences.Number(walk, "people", reading.Data.Arms.Sum(a => a.Counts.Users));
        Sentences.Text(walk, "arithmetic", parts.Arithmetic(reading, walk.Voice));
        Sentences.Number(walk, "more", reading.Settling?.More is > 0 and var more ? more : null);
        Sentences.Number(walk, "weeks_more", reading.Settling?.Weeks is > 0 and var weeks ? weeks : null);
        walk.Set("never", reading.Settling?.Never == true ? FlowValue.Of(true) : null);
    }

    private static void Know(FlowWalk walk, ReadingGist reading)
    {
        walk.Set("verdict", FlowValue.Of(CodeOf(reading.Decision)));
        walk.Set("held", reading.Held ? FlowValue.Of(true) : null);
        walk.Set("provisional", reading.Provisional ? FlowValue.Of(true) : null);
        walk.Set("rule_says", RuleSays(walk, reading) is { } says ? FlowValue.Of(says) : null);
        walk.Set("review_on", FlowValue.Of(Mornings.Workday(ReviewOn(walk, reading))));
    }

    /// <summary>What the rule says: the range's own side; on a tie what the plan wrote, or nothing when there is no plan or it has been extended already; nothing may ship while something holds it back.</summary>
    private static string? RuleSays(FlowWalk walk, ReadingGist reading) => reading.Decision switch
    {
        OfferDecision.Invalid => null,
        _ when reading.Provisional => OfferDecisions.Continue,
        OfferDecision.Ship => reading.Held ? "hold" : OfferDecisions.Ship,
        OfferDecision.Stop => OfferDecisions.Stop,
        _ => walk.Lookup("plan_tie")?.Text switch { "keep" => OfferDecisions.Stop, "take" => OfferDecisions.Ship, "extend" when walk.Lookup("plan_extended") is null => OfferDecisions.Continue, _ => "tie" },
    };

    private static DateOnly ReviewOn(FlowWalk walk, ReadingGist reading)
    {
        var today = walk.Talk.Today;
        return reading.Provisional && reading.EarliestRead is { } ripe && ripe > today ? ripe
            : reading.Decision switch
            {
                OfferDecision.Invalid => today.AddDays(7),
                OfferDecision.Continue when reading.Weeks is >= 1 and <= LongestReviewWeeks and var weeks => today.AddDays(7 * (int)weeks),
                OfferDecision.Continue => today.AddDays(14),
                _ => today.AddDays(28),
            };
    }

    /// <summary>The person's reading beside the figures: by arithmetic, without praise.</summary>
    private static string Beside(FlowWalk walk, Step step, ReadingGist reading)
    {
        var own = walk.Lookup(step.Text("own") ?? "own")?.Text;
        var (better, decided) = (reading.Decision == OfferDecision.Stop ? reading.Control : reading.Best, reading.Decision is OfferDecision.Ship or OfferDecision.Stop);
        var word = !reading.CanBeRead || own is null ? null
            : (own == OwnKind.Unclear, decided) switch
            {
                (true, false) => "fits",
                (true, true) => "missed",
                (false, false) => "not-yet",
                (false, true) => own == better ? "same" : "opposite",
            };
        return word is null ? "" : walk.Word(step, "beside-" + word) ?? "";
    }

    private static bool IsGate(Step step) => step.Text("gate") == "true";

    private static string CodeOf(OfferDecision decision) => decision switch
    {
        OfferDecision.Invalid => "invalid",
        OfferDecision.Ship => OfferDecisions.Ship,
        OfferDecision.Stop => OfferDecisions.Stop,
        _ => OfferDecisions.Continue,
    };

    private static string Plain(FlowValue? value) => Convert.ToString(value?.List is { } list ? string.Join(',', list) : value?.Plain, CultureInfo.InvariantCulture) ?? "";
}
