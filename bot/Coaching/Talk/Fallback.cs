using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Greetings, thanks, and what nothing understood: one message, in the person's language, with the missions of this build.</summary>
internal sealed class Fallback(FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Fallback;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var first = ("first", (object?)SpeakFirst.FirstName(turn));
        var open = await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open };
        switch (turn.Understood.Gesture)
        {
            case Gesture.Thanks:
                turn.Say(turn.T("coaching.talk.thanks"));
                break;
            case Gesture.Greeting:
                Offer(turn, turn.T(open ? "coaching.talk.greeting-open" : "coaching.talk.greeting", first), open);
                break;
            default:
                Offer(turn, turn.T("coaching.talk.fallback"), open);
                break;
        }

        await play.RepeatQuestionAsync(turn, cancellationToken);
        return true;
    }

    private void Offer(Turn turn, string text, bool open)
    {
        if (open)
        {
            turn.Say(text);
        }
        else
        {
            turn.Say(new TextPart(text), missions.Offer(turn, examples: 2));
        }
    }
}
