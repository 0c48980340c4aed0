using System.Text.Json;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>
/// A finished test of what the campaign adds: people left out at random and their sales, exposed people and theirs, and what was spent on these where it is not the file's spend. The result is said with
/// its range, and the decision that the figures support is taken again with it; the file is not needed. Makes known: lift_known, and what the decision proposes anew.
/// </summary>
internal sealed class LiftResultKind : IQuestionKind
{
    public string Kind => "lift-result";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Writes = ["lift_known", "action", "propose", "about", "threshold_edge", "threshold_note", "review_why"], Words = ["label", "ask", "retry"] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is { } answer)
        {
            Tell(walk, step, answer.Raw);
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Ask());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        if (input is FlowInput.Typed { Text: var text } && LiftSaid.Read(text, walk.Voice.Locale) is not null)
        {
            walk.Keep(step, text, FlowValue.Of(text));
            return ValueTask.FromResult(true);
        }

        walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
        return ValueTask.FromResult(false);
    }

    private static void Tell(FlowWalk walk, Step step, string raw)
    {
        var said = LiftSaid.Read(raw, walk.Voice.Locale);
        var limit = walk.Lookup("break_even_cpa")?.Number;
        var from = $"{raw}|{limit}|{walk.Lookup("signs")?.Text}";
        if (said is null || walk.IsMarked(step, from) || ProvenLift.Of(said.HeldOut, said.Exposed, said.Spend ?? walk.Lookup("spent")?.Number ?? 0, walk.Lookup("worth_each")?.Number) is not { } proof)
        {
            return;
        }

        walk.Mark(step, from);
        var point = limit is { } cpa ? new BreakEvenPoint(cpa, null, BreakEvenSource.Cost) : null;
        var values = Values(walk, proof.Evidence(point, spendIsFile: said.Spend is null));
        walk.Set("lift_known", FlowValue.Of(walk.T("running.lift-known", values)));
        walk.Say($"**{walk.T("campaigns.finding.lift-known.title", values)}**\n{walk.T("campaigns.finding.lift-known.what", values)} {walk.T("campaigns.finding.lift-known.why", values)}");
        Decide(walk, proof.Against(point), values);
    }

    /// <summary>The same table, with the test in it.</summary>
    private static void Decide(FlowWalk walk, Standing lift, (string, object?)[] values)
    {
        if (walk.Lookup("signs")?.Text is not { } kept || JsonSerializer.Deserialize<CampaignSigns>(kept) is not { } signs || DecisionTable.For(signs with { Lift = lift }) is var now && now == DecisionTable.For(signs))
        {
            return;
        }

        // Campaigns, edge and reason of the date belonged to what the file alone supported.
        walk.Set("about", null);
        walk.Set("threshold_edge", null);
        walk.Set("threshold_note", null);
        walk.Set("review_why", null);
        walk.Set("action", FlowValue.Of(CampaignText.Wire(now.Action)));
        walk.Set("propose", FlowValue.Of(now.Why is "lift-loses" or "lift-open" ? walk.T("campaigns.reason." + now.Why, values) : walk.T("running.lift-then." + CampaignText.Wire(now.Action), values)));
    }

    private static (string, object?)[] Values(FlowWalk walk, IEnumerable<(string Name, object? Value)> evidence)
    {
        (string Name, object? Value)[] all = [.. evidence, ("currency", walk.Lookup("currency")?.Text)];
        return [.. all, .. all.Where(v => v.Value is double).Select(v => ("has_" + v.Name, (object?)true))];
    }
}
