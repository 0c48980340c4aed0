using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Tables;
using MentorBot.Turns;

namespace MentorBot.Readouts;

/// <summary>
/// A file, a pasted table or typed figures while no question waits for them: the reading starts at its upload. It stands before the answers of a flow, because a paused flow
/// would take the figures of a new question for an answer to its old one.
/// </summary>
internal sealed class StartFromMaterial(FlowPlay play, FlowCatalog catalog, Material material) : IIntent
{
    public const string Mission = "read-kpis";

    public Stage Stage => Stage.OpenFlow;

    public int Order => -10;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not (FileContent or TextContent) || catalog.ByMission(Mission) is not { } flow)
        {
            return false;
        }

        var open = await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open } run ? run : null;
        switch (turn.Content)
        {
            case FileContent file when open is null || !await play.TakesFileAsync(turn, open, cancellationToken):
                if (open is not null)
                {
                    turn.Say(turn.T("reading.new-file"));
                }

                await play.StartAsync(turn, flow, new FlowInput.Uploaded(file), cancellationToken);
                return true;
            case TextContent when open is null && !AsksElse(turn) && turn.Text is { } text && material.IsMaterial(text, turn.Voice, turn.Today):
                await play.StartAsync(turn, flow, new FlowInput.Typed(text, turn.Understood), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Figures in a wish for another mission are that mission's: "A: 5,200 visitors, 156 sales, B…, which one wins?"</summary>
    private bool AsksElse(Turn turn) => turn.Understood is { Gesture: Gesture.Mission, Subject: { } mission } && mission != Mission && catalog.OfMission(mission).Count > 0;
}
