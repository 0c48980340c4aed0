using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Somebody opened the chat: the mentor speaks first.</summary>
internal sealed class SpeakFirst(FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Command;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not OpenedContent)
        {
            return false;
        }

        var first = ("first", (object?)FirstName(turn));
        if (await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open })
        {
            turn.Say(turn.T("coaching.talk.greeting-open", first));
            await play.RepeatQuestionAsync(turn, cancellationToken);
        }
        else
        {
            turn.Say(new TextPart(turn.T("coaching.talk." + Door(turn.Person.Roles.Split(',')), first)), missions.Offer(turn, examples: 2));
        }

        return true;
    }

    internal static string FirstName(Turn turn) => turn.Person.Name.Split(' ')[0];

    private static string Door(string[] roles) =>
        roles.Contains("member") ? "opened" : roles.Contains("cmo") ? "cmo-later" : roles.Contains("mentor") ? "mentor-later" : "opened";
}
