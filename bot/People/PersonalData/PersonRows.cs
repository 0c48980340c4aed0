using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.People;

/// <summary>
/// The person's own row. While the roster lists them it stays with what the roster says, and what they chose themselves goes; once the roster has dropped them the row and its identities go.
/// </summary>
internal sealed class PersonRows : IPersonalRows
{
    public Type Entity => typeof(Person);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) => person.Active
        ? Rows(db, person).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.ChosenLocale, (string?)null).SetProperty(x => x.ChosenForm, (string?)null).SetProperty(x => x.AskedLocale, false)
                .SetProperty(x => x.LastAddress, (string?)null).SetProperty(x => x.Version, x => x.Version + 1),
            cancellationToken)
        : Rows(db, person).ExecuteDeleteAsync(cancellationToken);

    private static IQueryable<Person> Rows(BotDb db, Person person) => db.Set<Person>().Where(p => p.Id == person.Id);
}

/// <summary>Where they are reached: the roster's, and so kept for as long as it lists them.</summary>
internal sealed class IdentityRows : IPersonalRows
{
    public Type Entity => typeof(Identity);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) =>
        person.Active ? Task.FromResult(0) : Rows(db, person).ExecuteDeleteAsync(cancellationToken);

    private static IQueryable<Identity> Rows(BotDb db, Person person) => db.Set<Identity>().Where(i => i.PersonId == person.Id);
}
