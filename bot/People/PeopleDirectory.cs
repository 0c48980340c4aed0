using System.Collections.Frozen;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.People;

/// <summary>Who is who, in memory: the roster as last read, with the database's ids. Swapped whole when the roster changes.</summary>
internal sealed class PeopleDirectory(Database database, Ids ids)
{
    private volatile Snapshot _now = Snapshot.Empty;

    public IReadOnlyList<Organisation> Organisations => _now.Organisations;

    public IEnumerable<PersonCard> People => _now.People.Values.OrderBy(p => p.Order);

    public Organisation Organisation(Guid id) => _now.Organisations.First(o => o.Id == id);

    public PersonCard? Find(Guid personId) => _now.People.GetValueOrDefault(personId);

    /// <summary>By roster id, for the picker and <c>chat --as</c>.</summary>
    public PersonCard? FindKey(string key) => _now.People.Values.FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));

    public PersonCard? Find(string channel, string workspace, string user) => _now.Identities.TryGetValue((channel, workspace, user), out var id) ? Find(id) : null;

    /// <summary>Writes what the rosters say to the database, keeps what people chose themselves, and swaps the view.</summary>
    public async Task ReplaceAsync(IReadOnlyList<Roster> rosters, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var organisations = new List<Organisation>();
        var cards = new Dictionary<Guid, PersonCard>();
        var identities = new Dictionary<(string, string, string), Guid>();
        foreach (var roster in rosters)
        {
            var organisation = await OrganisationAsync(db, roster.Organisation, cancellationToken);
            organisations.Add(organisation);
            var known = await db.Set<Person>().Where(p => p.OrganisationId == organisation.Id).ToDictionaryAsync(p => p.Key, cancellationToken);
            var knownIdentities = await db.Set<Identity>().Where(i => i.OrganisationId == organisation.Id).ToDictionaryAsync(i => (i.Channel, i.Workspace, i.User), cancellationToken);
            foreach (var entry in roster.People)
            {
                var person = Upsert(db, known, organisation.Id, entry);
                cards[person.Id] = new PersonCard(person.Id, organisation.Id, person.Key, entry.Name, entry.Roles, entry.Profile, entry.Team, entry.Country ?? organisation.Country, entry.Locale ?? organisation.Locale, cards.Count);
                foreach (var i in entry.Identities)
                {
                    var key = (i.Channel, i.Workspace, i.User);
                    identities[key] = person.Id;
                    if (!knownIdentities.TryGetValue(key, out var row))
                    {
                        db.Add(new Identity { Id = ids.Next(), OrganisationId = organisation.Id, PersonId = person.Id, Channel = i.Channel, Workspace = i.Workspace, User = i.User });
                    }
                    else if (row.PersonId != person.Id)
                    {
                        row.PersonId = person.Id;
                    }
                }
            }

            var listed = roster.People.Select(p => p.Id).ToHashSet();
            foreach (var gone in known.Values.Where(p => p.Active && !listed.Contains(p.Key)))
            {
                gone.Active = false;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        _now = new Snapshot(organisations, cards.ToFrozenDictionary(), identities.ToFrozenDictionary());
    }

    private async Task<Organisation> OrganisationAsync(BotDb db, RosterOrganisation o, CancellationToken cancellationToken)
    {
        var row = await db.Set<OrganisationRow>().FirstOrDefaultAsync(r => r.Name == o.Name, cancellationToken);
        if (row is null)
        {
            row = new OrganisationRow { Id = ids.Next(), Name = o.Name };
            db.Add(row);
        }

        return new Organisation(row.Id, o.Name, o.Locale, o.TimeZone, o.Country, o.Form, o.Contacts);
    }

    private Person Upsert(BotDb db, Dictionary<string, Person> known, Guid organisationId, RosterPerson entry)
    {
        var roles = string.Join(',', entry.Roles);
        if (!known.TryGetValue(entry.Id, out var person))
        {
            person = new Person { Id = ids.Next(), OrganisationId = organisationId, Key = entry.Id, Name = entry.Name, Roles = roles };
            known[entry.Id] = person;
            db.Add(person);
        }

        person.Name = entry.Name;
        person.Roles = roles;
        person.Profile = entry.Profile;
        person.Team = entry.Team;
        person.Country = entry.Country;
        person.RosterLocale = entry.Locale;
        person.TimeZone = entry.TimeZone;
        person.External = entry.External;
        person.Active = true;
        return person;
    }

    private sealed record Snapshot(IReadOnlyList<Organisation> Organisations, FrozenDictionary<Guid, PersonCard> People, FrozenDictionary<(string, string, string), Guid> Identities)
    {
        public static readonly Snapshot Empty = new([], FrozenDictionary<Guid, PersonCard>.Empty, FrozenDictionary<(string, string, string), Guid>.Empty);
    }
}

/// <summary>What may be shown of a person without a look into the database.</summary>
internal sealed record PersonCard(Guid Id, Guid OrganisationId, string Key, string Name, IReadOnlyList<string> Roles, string? Profile, string? Team, string Country, string Locale, int Order);
