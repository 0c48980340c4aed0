using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Stop, pause, resume, back, skip…: said about the flow instead of to its question.</summary>
internal sealed class FlowCommands(FlowPlay play, Missions missions) : IIntent
{
    private static readonly HashSet<Gesture> AboutFlow =
        [Gesture.Stop, Gesture.Pause, Gesture.Resume, Gesture.Back, Gesture.Repeat, Gesture.Skip, Gesture.JustNumber, Gesture.ShowArithmetic, Gesture.Help, Gesture.ReturnTo, Gesture.Correct, Gesture.WhyAsked, Gesture.DefineWord];

    /// <summary>These carry words of their own: a figure, a subject.</summary>
    private static readonly HashSet<Gesture> WithWords = [Gesture.ReturnTo, Gesture.Correct];

    /// <summary>These are asked about a question that is open, and wake nothing.</summary>
    private static readonly HashSet<Gesture> AboutQuestion = [Gesture.WhyAsked, Gesture.DefineWord];

    public Stage Stage => Stage.Command;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var understood = turn.Understood;
        if (turn.Text is not { } text || !AboutFlow.Contains(understood.Gesture) || !(understood.Whole || WithWords.Contains(understood.Gesture)))
        {
            return false;
        }

        if (await FlowPlay.FindOpenAsync(turn, cancellationToken) is { } run && (run.Phase == RunPhase.Open || !AboutQuestion.Contains(understood.Gesture)))
        {
            // "On y va" resumes what rests; while a question is open it may be the answer.
            if (run.Phase == RunPhase.Open && await play.OffersAsync(turn, run, loosely: understood.Gesture == Gesture.Resume, cancellationToken))
            {
                return false;
            }

            await play.HandleAsync(turn, run, new FlowInput.Command(understood.Gesture, text, understood.Subject), cancellationToken);
            return true;
        }

        switch (understood.Gesture)
        {
            case Gesture.Resume:
                turn.Say(new TextPart(turn.T("coaching.flow.nothing-to-resume")), missions.Offer(turn, examples: 1));
                return true;
            case Gesture.Stop or Gesture.Pause or Gesture.Back or Gesture.Skip:
                turn.Say(new TextPart(turn.T("coaching.talk.nothing-open")), missions.Offer(turn, examples: 1));
                return true;
            default:
                return false;
        }
    }
}
