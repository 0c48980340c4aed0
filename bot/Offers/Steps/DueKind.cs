using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>The day the result is due: says <c>text</c> with one button that starts the flow named by <c>flow</c>. Silent when the test (<c>test</c> names it, else offer_test) has been read meanwhile, or moved to a later day.</summary>
internal sealed class DueKind(OfferTests tests) : IStepKind
{
    public string Kind => "offer-due";

    public StepShape Shape(Step step) => new()
    {
        Words = ["text", "read"],
        Problems = step.Text("flow") is null ? [("it does not say which flow reads the result", "add 'flow:' with the id of that flow")] : [],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            walk.Mark(step);
            var kept = Guid.TryParse(walk.Lookup(step.Text("test") ?? "offer_test")?.Text, CultureInfo.InvariantCulture, out var id) ? await tests.FindAsync(walk.Talk, id, cancellationToken) : null;
            if (kept is null || kept.StateOn(walk.Talk.Today) == OfferTestState.Due)
            {
                var button = new ChoicesPart(Missions.Target, 0, $"{walk.Talk.EventId:N}:due", [new Choice(step.Text("flow") ?? "", walk.Word(step, "read") ?? "")]);
                walk.Say([new TextPart(walk.Word(step, "text") ?? ""), button]);
            }
        }

        return new StepResult.Go();
    }
}
