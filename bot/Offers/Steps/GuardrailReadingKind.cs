using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// Holds the counts of the guardrails (guard_counts) against the margin of the plan, else against the one that <c>margin</c> names: shown to be kept, broken, or neither, which is no proof that nothing got worse.
/// Makes known guard_verdict (the worst of them: "kept", "unproven", "broken") and guard_line.
/// </summary>
internal sealed class GuardrailReadingKind(Texts texts) : IStepKind
{
    public string Kind => "offer-guardrail-reading";

    public StepShape Shape(Step step) => new()
    {
        Writes = ["guard_verdict", "guard_line"],
        Expressions = [step.Text("margin") ?? ""],
        Problems = step.Text("margin") is null ? [("it has no margin where the plan has none", "add 'margin:' with the id of that question")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var margin = Sentences.NumberOf(walk, "plan_margin") ?? (step.Text("margin") is { } name ? walk.Evaluate(name)?.Number : null);
        var read = margin is > 0 and < 1 && TestDesk.People(walk) is { } test ? Read(walk, test, margin.Value) : [];
        var worst = read.Count == 0 ? (GuardrailVerdict?)null : read.Max(r => r.Verdict);
        Sentences.Text(walk, "guard_verdict", worst switch { GuardrailVerdict.Broken => "broken", GuardrailVerdict.Unproven => "unproven", GuardrailVerdict.Kept => "kept", _ => null });
        Sentences.Text(walk, "guard_line", string.Join(' ', read.Select(r => Sentence(walk, r))));

        var from = string.Create(CultureInfo.InvariantCulture, $"{margin}|{string.Join(';', walk.Lookup(GuardrailCounts.Name)?.List ?? [])}");
        if (read.Count > 0 && !walk.IsMarked(step, from))
        {
            walk.Mark(step, from);
            walk.Say([.. read.Select(r => Part(walk, r))], joinNext: true);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    private static List<GuardrailReading> Read(FlowWalk walk, OfferData test, double margin)
    {
        var arm = test.Arms.ToList().FindIndex(a => a.Name == walk.Lookup("arm")?.Text);
        return arm < 1 ? [] : [.. GuardrailCounts.Kept(walk).Select(c => GuardrailReader.Of(test, arm, new GuardrailPlan(c.Metric, margin, !c.Falls, c.Arms))).OfType<GuardrailReading>()];
    }

    private MessagePart Part(FlowWalk walk, GuardrailReading read) => read.Verdict switch
    {
        GuardrailVerdict.Kept => new TextPart(Sentence(walk, read)),
        GuardrailVerdict.Broken => new NoticePart(NoticeTone.Critical, Sentence(walk, read)),
        _ => new NoticePart(NoticeTone.Warning, Sentence(walk, read)),
    };

    private string Sentence(FlowWalk walk, GuardrailReading read) => read.Verdict switch
    {
        GuardrailVerdict.Kept => texts.Say(walk.Voice, "offers.read.guardrail-kept", OfferReasons.GuardrailValues(read)),
        GuardrailVerdict.Broken => texts.Say(walk.Voice, "offers.hold.guardrail-broken", OfferReasons.GuardrailValues(read)),
        _ => texts.Say(walk.Voice, "offers.hold.guardrail-unproven", OfferReasons.GuardrailValues(read)),
    };
}
