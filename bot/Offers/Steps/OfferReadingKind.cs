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
            ReadAverages(walk, step, averages);
            return new StepResult.Go();
        }

        var (data, _) = await desk.ReadAsync(walk, source, "", cancellationToken);
        if ((data ?? TestDesk.Counts(walk)) is { } counts && ReadRates(walk, step, counts) && Material.FileOf(source) is { } id)
        {
            walk.Release(id);
        }

        return new StepResult.Go();
    }

    /// <returns>Whether the reading was told.</returns>
    private bool ReadRates(FlowWalk walk, Step step, OfferData counts)
    {
        var (reading, refusal) = OfferReading.Of(counts, TestOnRecord.Options(walk, counts));
        if (reading is null || (IsGate(step) && reading.CanBeRead))
        {
            return NotTold(walk, refusal);
        }

        RateReadingStep.Know(walk, reading, parts);
        return Tell(walk, step, ReadingGist.Of(reading), parts.Of(reading, walk.Voice));
    }

    private bool ReadAverages(FlowWalk walk, Step step, MeanData averages)
    {
        var around = TestOnRecord.Options(walk, OfferData.Of(averages.Arms.Select(a => (a.Name, new Statistics.Arm(0, a.Figures.Users)))));
        var (reading, refusal) = MeanReading.Of(averages, MeanReadingStep.Options(walk, around));
        if (reading is null || (IsGate(step) && reading.CanBeRead))
        {
            return NotTold(walk, refusal);
        }

        MeanReadingStep.Know(walk, reading, means);
        return Tell(walk, step, ReadingGist.Of(reading), means.Short(reading, walk.Voice));
    }

    /// <summary>Refused, or a gate that nothing stops at.</summary>
    private static bool NotTold(FlowWalk walk, Refusal? refusal)
    {
        walk.Set("verdict", refusal is null ? null : FlowValue.Of("refused"));
        if (refusal is not null)
        {
            walk.Say(walk.T(refusal), joinNext: true);
        }

        return false;
    }

    private static bool Tell(FlowWalk walk, Step step, ReadingGist gist, IEnumerable<MessagePart> told)
    {
        WrittenRule.Know(walk, gist);
        var beside = Beside(walk, step, gist);
        walk.Say([.. beside.Length > 0 ? new MessagePart[] { new TextPart(beside) } : [], .. told]);
        return true;
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

    private static string Plain(FlowValue? value) => Convert.ToString(value?.List is { } list ? string.Join(',', list) : value?.Plain, CultureInfo.InvariantCulture) ?? "";
}
