using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Somebody agreed to go on alone: their own words are taken to their own conversation; whoever else presses is greeted in theirs.</summary>
internal sealed class PressPrivate : IIntent
{
    public Stage Stage => Stage.Choice;

    public bool SpeaksInPublic => true;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || !choice.Target.StartsWith(InPublic.Target, StringComparison.Ordinal))
        {
            return false;
        }

        var asked = Guid.TryParse(choice.Target.AsSpan(InPublic.Target.Length), out var id)
            ? await turn.Db.Set<InboundEvent>().Where(e => e.Id == id && e.PersonId == turn.Person.Id).Select(e => e.Content).FirstOrDefaultAsync(cancellationToken)
            : null;
        turn.TakeToPrivate(id, asked is not null && InboundContent.FromJson(asked) is TextContent words ? words : new OpenedContent());
        return true;
    }
}
