using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>A press on a button of a flow. One that belongs to an older question is told so and changes nothing.</summary>
internal sealed class PressChoice(FlowPlay play) : IIntent
{
    public Stage Stage => Stage.Choice;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || !choice.Target.StartsWith("flow:", StringComparison.Ordinal))
        {
            return false;
        }

        var run = Guid.TryParse(choice.Target.AsSpan(5), out var id) ? await FlowPlay.FindAsync(turn, id, cancellationToken) : null;
        if (run is not { Phase: RunPhase.Open or RunPhase.Paused })
        {
            turn.Say(turn.T("coaching.flow.closed-press"));
        }
        else if (run.State.Serial != choice.Version)
        {
            turn.Say(turn.T("coaching.flow.old-press"));
            await play.RepeatQuestionAsync(turn, cancellationToken);
        }
        else
        {
            await play.HandleAsync(turn, run, new FlowInput.Pressed(choice.Values, choice.Label), cancellationToken);
        }

        return true;
    }
}
