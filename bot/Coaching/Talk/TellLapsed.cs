using MentorBot.Messages;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>
/// An appointment that the mentor could not keep (<see cref="FollowUpState.Failed"/>, <see cref="RunPhase.Failed"/>) is owned up to once, when the person writes next. It never takes the turn. Only the
/// day is said: the words of the decision may be what could not be sent.
/// </summary>
internal sealed class TellLapsed : IIntent
{
    public Stage Stage => Stage.Command;

    public int Order => -5;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not (TextContent or OpenedContent or FileContent))
        {
            return false;
        }

        var me = turn.Person.Id;
        var followUps = await turn.Db.Set<FollowUp>().Where(f => f.PersonId == me && f.State == FollowUpState.Failed).ToListAsync(cancellationToken);
        var runs = await turn.Db.Set<FlowRun>().Where(r => r.PersonId == me && r.Phase == RunPhase.Failed).ToListAsync(cancellationToken);
        foreach (var followUp in followUps)
        {
            followUp.OwnUp();
        }

        foreach (var run in runs)
        {
            run.OwnUp();
        }

        if (followUps.Count + runs.Count > 0)
        {
            turn.Say(new TextPart(turn.T("coaching.followup.lapsed", ("several", followUps.Count + runs.Count > 1))));
        }

        return false;
    }
}
