using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// Offers the person's planned tests that no result closes yet; passed over while there are none. Makes known, when one is picked: planned (true), plan_hypothesis, plan_metric, plan_guardrails,
/// plan_from, plan_to, plan_read_on, plan_per_arm, plan_weights, plan_rule, plan_tie, plan_baseline, plan_target, plan_trial, plan_value, plan_daily, plan_margin, plan_falls, plan_extended; looks_least (readings
/// so far and this one); and open_test, open_state for its question.
/// </summary>
internal sealed class PickTestKind(OfferTests tests) : IQuestionKind
{
    private const string Other = "other";
    private const int LongestName = 70;

    public string Kind => "offer-pick";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "ask-many", "yes", "other", "due", "running", "planned"],
        Writes =
        [
            "planned", "plan_hypothesis", "plan_metric", "plan_guardrails", "plan_from", "plan_to", "plan_read_on", "plan_per_arm", "plan_weights", "plan_rule", "plan_tie", "plan_baseline", "plan_target", "plan_trial",
            "plan_value", "plan_daily", "plan_deviation", "plan_margin", "plan_falls", "plan_extended", "looks_least", "open_test", "open_to", "open_from",
        ],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is not null)
        {
            return new StepResult.Go();
        }

        var open = await tests.OpenAsync(walk.Talk, cancellationToken);
        if (open.Count == 0)
        {
            walk.Keep(step, "", FlowValue.Nothing, assumed: true);
            Sentences.Number(walk, "looks_least", 1);
            return new StepResult.Go();
        }

        walk.Set($"{step.Id}_options", FlowValue.Of([.. open.Select(t => $"{t.Test.Id:N}|{Label(walk, step, t)}")]));
        Describe(walk, open[0]);
        return new StepResult.Ask();
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        var options = Options(walk, step);
        var buttons = options.Count == 1 ? [new Choice(options[0].Id, walk.Word(step, "yes") ?? "")] : options.Select(o => new Choice(o.Id, o.Label)).ToList();
        return [new TextPart(walk.Word(step, options.Count == 1 ? "ask" : "ask-many") ?? ""), walk.Choices([.. buttons, new Choice(Other, walk.Word(step, "other") ?? "")])];
    }

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var options = Options(walk, step);
        var labels = options.Select(o => options.Count == 1 ? walk.Word(step, "yes") ?? "" : o.Label).Append(walk.Word(step, "other") ?? "").ToList();
        var picked = input switch
        {
            FlowInput.Pressed { Values: [var value, ..] } => value == Other ? options.Count : options.FindIndex(o => o.Id == value),
            FlowInput.Typed { Understood.Gesture: Language.Gesture.Yes } when options.Count == 1 => 0,
            FlowInput.Typed { Understood.Gesture: Language.Gesture.No } => options.Count,
            FlowInput.Typed typed => ChoiceMatcher.Match(typed.Text, labels) ?? -1,
            _ => -1,
        };
        if (picked < 0)
        {
            walk.Say(walk.T("coaching.retry.choice"), joinNext: true);
            return false;
        }

        var test = picked < options.Count && Guid.TryParse(options[picked].Id, CultureInfo.InvariantCulture, out var id) ? await tests.FindAsync(walk.Talk, id, cancellationToken) : null;
        walk.Keep(step, labels[picked], FlowValue.Of(test is null ? Other : options[picked].Id));
        Know(walk, test);
        return true;
    }

    private static List<(string Id, string Label)> Options(FlowWalk walk, Step step) =>
        [.. (walk.Lookup($"{step.Id}_options")?.List ?? []).Select(o => o.Split('|', 2)).Where(o => o.Length == 2).Select(o => (o[0], o[1]))];

    private static string Label(FlowWalk walk, Step step, KeptTest test)
    {
        Describe(walk, test);
        return walk.Word(step, test.StateOn(walk.Talk.Today) switch { OfferTestState.Due => "due", OfferTestState.Planned => "planned", _ => "running" }) ?? "";
    }

    private static void Describe(FlowWalk walk, KeptTest test)
    {
        var hypothesis = test.Test.Hypothesis;
        Sentences.Text(walk, "open_test", hypothesis.Length > LongestName ? hypothesis[..LongestName].TrimEnd() + "…" : hypothesis.TrimEnd('.'));
        Sentences.Day(walk, "open_from", test.Starts);
        Sentences.Day(walk, "open_to", test.Ends);
    }

    private static string? UnitOf(OfferTest? test) => test?.BaselineDeviation is null ? "%" : test.BaselineCurrency;

    private static void Know(FlowWalk walk, KeptTest? kept)
    {
        var test = kept?.Test;
        walk.Set("planned", test is null ? null : FlowValue.Of(true));
        Sentences.Day(walk, "plan_from", kept?.Starts);
        Sentences.Day(walk, "plan_to", kept?.Ends);
        Sentences.Day(walk, "plan_read_on", kept?.ReadOn);
        walk.Set("plan_extended", kept?.Extended == true ? FlowValue.Of(true) : null);
        Sentences.Number(walk, "looks_least", 1 + (kept?.Looks ?? 0));
        Sentences.Number(walk, "plan_margin", test?.GuardrailMargin, "%");
        walk.Set("plan_falls", test?.GuardrailFalls == true ? FlowValue.Of(true) : null);
        Sentences.Text(walk, "plan_hypothesis", test?.Hypothesis);
        Sentences.Text(walk, "plan_metric", test?.Metric);
        Sentences.Text(walk, "plan_guardrails", test?.Guardrails);
        Sentences.Number(walk, "plan_per_arm", test?.PerArm);
        Sentences.Text(walk, "plan_weights", test?.Weights);
        Sentences.Text(walk, "plan_rule", test?.Rule);
        Sentences.Text(walk, "plan_tie", test?.OnTie);
        Sentences.Number(walk, "plan_baseline", test?.Baseline, UnitOf(test));
        Sentences.Number(walk, "plan_target", test?.Target, UnitOf(test));
        Sentences.Number(walk, "plan_deviation", test?.BaselineDeviation, test?.BaselineCurrency);
        Sentences.Number(walk, "plan_trial", test?.TrialDays);
        Sentences.Number(walk, "plan_value", test?.Value, test?.Currency);
        Sentences.Number(walk, "plan_daily", test?.Daily);
    }
}
