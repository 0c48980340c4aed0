using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Where others read along nobody is coached: the mentor says so in the thread and offers to go on with the person alone.</summary>
internal sealed class InPublic : IIntent
{
    public const string Target = "private:";

    public Stage Stage => Stage.Fallback;

    public int Order => -10;

    public bool SpeaksInPublic => true;

    public ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsShared || turn.Content is ChoiceContent or FeedbackContent)
        {
            return ValueTask.FromResult(false);
        }

        var text = turn.T(turn.Content is FileContent ? "coaching.public.file" : turn.Content is OpenedContent ? "coaching.public.opened" : "coaching.public.offer", ("first", SpeakFirst.FirstName(turn)));
        turn.Say(new TextPart(text), new ChoicesPart(Target + turn.EventId.ToString("N"), 0, turn.EventId.ToString("N"), [new Choice("go", turn.T("coaching.public.go"))]));
        return ValueTask.FromResult(true);
    }
}
