using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Help, who sees what, a wish for a human: answered in one message, then back to the question that is open.</summary>
internal sealed class SmallTalk(FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Command;

    public int Order => 10;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var key = turn.Understood switch
        {
            { Gesture: Gesture.WhoSees } => "coaching.talk.who-sees",
            { Gesture: Gesture.Human } => "coaching.talk.human",
            { Gesture: Gesture.Help, Whole: true } => "coaching.talk.help",
            _ => null,
        };
        if (key is null || turn.Text is null)
        {
            return false;
        }

        if (await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open })
        {
            turn.Say(turn.T(key));
            await play.RepeatQuestionAsync(turn, cancellationToken);
        }
        else if (key == "coaching.talk.who-sees")
        {
            turn.Say(turn.T(key));
        }
        else
        {
            turn.Say(new TextPart(turn.T(key)), missions.Offer(turn, examples: 2));
        }

        return true;
    }
}
