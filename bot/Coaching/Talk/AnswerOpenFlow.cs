using MentorBot.Language;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>What is typed or sent while a question is open answers it; what is plainly something else is left to others, and the question waits.</summary>
internal sealed class AnswerOpenFlow(FlowPlay play) : IIntent
{
    private static readonly HashSet<Gesture> SomethingElse = [Gesture.Define, Gesture.Greeting, Gesture.Thanks];

    public Stage Stage => Stage.OpenFlow;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not (TextContent or FileContent) || await FlowPlay.FindOpenAsync(turn, cancellationToken) is not { } run)
        {
            return false;
        }

        switch (turn.Content)
        {
            case FileContent file when run.Phase == RunPhase.Open && await play.TakesFileAsync(turn, run, cancellationToken):
                await play.HandleAsync(turn, run, new FlowInput.Uploaded(file), cancellationToken);
                return true;
            case TextContent when turn.Text is { Length: > 0 } text && !await IsSomethingElseAsync(turn, run, cancellationToken):
                await play.HandleAsync(turn, run, new FlowInput.Typed(text, turn.Understood), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A mission is often only guessed ("ça baisse" is a way into the one that is open): where any words are an answer, they are the answer.</summary>
    private async ValueTask<bool> IsSomethingElseAsync(Turn turn, FlowRun run, CancellationToken cancellationToken) =>
        turn.Understood.Whole && (SomethingElse.Contains(turn.Understood.Gesture)
            || (turn.Understood.Gesture == Gesture.Mission && turn.Understood.Subject != run.FlowId && (run.Phase == RunPhase.Paused || !await play.TakesWordsAsync(turn, run, cancellationToken))));
}
