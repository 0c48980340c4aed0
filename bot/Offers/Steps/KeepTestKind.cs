using MentorBot.Coaching;
using MentorBot.Storage;

namespace MentorBot.Offers;

/// <summary>Keeps the planned test, from what the flow knows; <c>rule</c> is the step's own sentence of the decision rule. Makes known: offer_test.</summary>
internal sealed class KeepTestKind(Ids ids) : IStepKind
{
    public string Kind => "offer-test";

    public StepShape Shape(Step step) => new() { Words = ["metric", "guardrails", "rule"], Writes = ["offer_test"] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step) && walk.Lookup("baseline")?.Number is { } baseline && walk.Lookup("target")?.Number is { } target
            && walk.Lookup("start_on")?.Date is { } start && walk.Lookup("end_on")?.Date is { } end && walk.Lookup("read_on")?.Date is { } read)
        {
            var talk = walk.Talk;
            var hypothesis = walk.Lookup("hypothesis")?.Text ?? "";
            var test = new OfferTest
            {
                Id = ids.Next(),
                OrganisationId = talk.OrganisationId,
                PersonId = talk.PersonId,
                RunId = talk.RunId,
                Hypothesis = hypothesis.Length > OfferTest.LongestText ? hypothesis[..(OfferTest.LongestText - 1)] + "…" : hypothesis,
                Metric = walk.Word(step, "metric") ?? "",
                Guardrails = walk.Word(step, "guardrails") ?? "",
                GuardrailMargin = Sentences.NumberOf(walk, "margin"),
                GuardrailFalls = walk.Lookup("margin_falls")?.Flag == true,
                Baseline = baseline,
                Target = target,
                BaselineDeviation = MeanBaseline.SpreadOf(walk)?.Deviation,
                BaselineCurrency = MeanBaseline.SpreadOf(walk)?.Currency,
                Weights = walk.Lookup("weights")?.Text ?? "50:50",
                PerArm = (long)(Sentences.NumberOf(walk, "per_arm") ?? 0),
                Daily = Sentences.NumberOf(walk, "daily") ?? 0,
                Starts = start,
                Ends = end,
                ReadOn = read,
                TrialDays = (int)(Sentences.NumberOf(walk, "trial_days") ?? 0),
                OnTie = walk.Lookup("rule")?.Text ?? "keep",
                Rule = walk.Word(step, "rule") ?? "",
                Value = Sentences.NumberOf(walk, "value"),
                Currency = walk.Lookup("value")?.Unit is { Length: 3 } currency ? currency : null,
                Owner = talk.PersonName,
                CreatedAt = talk.Now,
            };
            walk.Add(test);
            walk.Set("offer_test", FlowValue.Of(test.Id.ToString("N")));
            walk.Mark(step);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
