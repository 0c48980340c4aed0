using MentorBot.Coaching;
using MentorBot.Turns;

namespace MentorBot.Readouts;

/// <summary>An example export, read as if the person had sent it: target "example:name", or a value of that form beside the missions.</summary>
internal sealed class TryExample(FlowPlay play, FlowCatalog catalog) : IIntent
{
    public Stage Stage => Stage.Choice;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || catalog.ByMission(StartFromMaterial.Mission) is not { } flow)
        {
            return false;
        }

        var example = choice.Target.StartsWith(Examples.Prefix, StringComparison.Ordinal) ? choice.Target
            : choice.Target.StartsWith("mission:", StringComparison.Ordinal) && choice.Values is [var value, ..] && value.StartsWith(Examples.Prefix, StringComparison.Ordinal) ? value
            : null;
        if (example is null)
        {
            return false;
        }

        await play.StartAsync(turn, flow, new FlowInput.Pressed([example], choice.Label), cancellationToken);
        return true;
    }
}
