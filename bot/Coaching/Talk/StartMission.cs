using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>A mission named in words or by its button. One that this build does not have is said to come later.</summary>
internal sealed class StartMission(FlowCatalog catalog, FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Explicit;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understood is not { Gesture: Gesture.Mission, Subject: { } mission } || turn.Text is null)
        {
            return false;
        }

        await StartAsync(turn, mission, catalog, play, missions, cancellationToken);
        return true;
    }

    internal static async ValueTask StartAsync(Turn turn, string mission, FlowCatalog catalog, FlowPlay play, Missions missions, CancellationToken cancellationToken)
    {
        if (catalog.ByMission(mission) is not { } flow)
        {
            turn.Say(new TextPart(turn.T("coaching.talk.later")), missions.Offer(turn, examples: 1));
        }
        else if (await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open } run && run.FlowId == flow.Id)
        {
            // Already in it: the question that is open, not a second run.
            await play.HandleAsync(turn, run, new FlowInput.Command(Gesture.Resume, ""), cancellationToken);
        }
        else
        {
            await play.StartAsync(turn, flow, first: null, cancellationToken);
        }
    }
}
