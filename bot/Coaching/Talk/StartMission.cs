using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>
/// A mission named in words or by its button. Where several flows serve it, the words may point to one of them; else the person is asked, once. A mission that this build does not have is
/// said to come later.
/// </summary>
internal sealed class StartMission(FlowCatalog catalog, FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Explicit;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Text is not { } text || (Named(turn, text) ?? (turn.Understood.Gesture == Gesture.Mission ? turn.Understood.Subject : null)) is not { } mission)
        {
            return false;
        }

        await StartAsync(turn, mission, catalog, play, missions, cancellationToken);
        return true;
    }

    /// <summary>The flow or mission whose name was typed as it stands on its button.</summary>
    private string? Named(Turn turn, string text)
    {
        var typed = ChoiceMatcher.Fold(text);
        return catalog.All.FirstOrDefault(f => ChoiceMatcher.Fold(Missions.Name(f, turn.Voice)) == typed)?.Id
            ?? catalog.All.FirstOrDefault(f => ChoiceMatcher.Fold(missions.MissionName(f, turn.Voice)) == typed)?.Mission;
    }

    internal static async ValueTask StartAsync(Turn turn, string mission, FlowCatalog catalog, FlowPlay play, Missions missions, CancellationToken cancellationToken)
    {
        var flows = catalog.Find(mission) is { } exact ? [exact] : catalog.OfMission(mission);
        if (flows.Count == 0)
        {
            turn.Say(new TextPart(turn.T("coaching.talk.later")), missions.Offer(turn, examples: 1));
        }
        else if ((flows.Count == 1 ? flows[0] : FlowPointers.Of(flows, turn.Text)) is not { } flow)
        {
            turn.Say(new TextPart(turn.T("coaching.talk.which-flow")), Missions.Offer(turn, flows));
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
