using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.People;

/// <summary>The rows of one entity that carry the person's id: they go.</summary>
internal sealed class OwnRows<T>(string property, bool optional) : IPersonalRows
    where T : class
{
    public Type Entity => typeof(T);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person.Id);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) => Rows(db, person.Id).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<T> Rows(BotDb db, Guid id) =>
        optional ? db.Set<T>().Where(e => EF.Property<Guid?>(e, property) == id) : db.Set<T>().Where(e => EF.Property<Guid>(e, property) == id);
}
