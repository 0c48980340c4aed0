using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>A button under "what happened?".</summary>
internal sealed class PressFollowUp : IIntent
{
    public Stage Stage => Stage.Choice;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || !choice.Target.StartsWith(AnswerFollowUp.Target, StringComparison.Ordinal)
            || !Guid.TryParse(choice.Target.AsSpan(AnswerFollowUp.Target.Length), out var id)
            || await turn.Db.Set<FollowUp>().FirstOrDefaultAsync(f => f.Id == id && f.PersonId == turn.Person.Id, cancellationToken) is not { } followUp)
        {
            return false;
        }

        if (followUp.State == FollowUpState.Answered)
        {
            turn.Say(turn.T("coaching.followup.already"));
        }
        else
        {
            await AnswerFollowUp.KeepAsync(turn, followUp, choice.Label, cancellationToken);
        }

        return true;
    }
}
