using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>What a person wrote and sent, also from before the roster knew them.</summary>
internal sealed class PersonalEvents : IPersonalRows
{
    public Type Entity => typeof(InboundEvent);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) => Rows(db, person).ExecuteDeleteAsync(cancellationToken);

    private static IQueryable<InboundEvent> Rows(BotDb db, Person person)
    {
        var identities = db.Set<Identity>().Where(i => i.PersonId == person.Id);
        return db.Set<InboundEvent>().Where(e => e.PersonId == person.Id
            || (e.PersonId == null && identities.Any(i => i.Channel == e.Channel && i.Workspace == e.Workspace && i.User == e.Sender)));
    }
}
