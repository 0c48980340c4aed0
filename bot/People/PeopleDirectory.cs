using System.Collections.Immutable;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.People;

/// <summary>Who is who, in memory: the roster as last read, with the database's ids. Swapped whole when the roster changes.</summary>
internal sealed class PeopleDirectory(Database database, PeopleOptions options, Ids ids)
{
    /// <summary>One change at a time; readers never wait.</summary>
    private readonly SemaphoreSlim _changing = new(1, 1);

    private volatile Snapshot _now = Snapshot.Empty;

    public IReadOnlyList<Organisation> Organisations => _now.Organisations;

    public IEnumerable<PersonCard> People => _now.People.Values.OrderBy(p => p.Order);

    public Organisation Organisation(Guid id) => _now.Organisations.First(o => o.Id == id);

    public PersonCard? Find(Guid personId) => _now.People.GetValueOrDefault(personId);

    /// <summary>By roster id, for the picker and <c>chat --as</c>.</summary>
    public PersonCard? FindKey(string key) => _now.People.Values.FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));

    public PersonCard? Find(string channel, string workspace, string user) => _now.Identities.TryGetValue((channel, workspace, user), out var id) ? Find(id) : null;

    /// <summary>The organisation whose people are in this workspace; the only one when there is one.</summary>
    public Organisation? OwnerOf(string channel, string workspace)
    {
        var now = _now;
        return now.Workspaces.TryGetValue((channel, workspace), out var id) ? Organisation(id) : now.Organisations.FirstOrDefault();
    }

    /// <summary>Makes a sender from a welcome workspace a member, where the settings say so (People:Unknown, People:Workspaces).</summary>
    /// <returns>Null when strangers are not enrolled.</returns>
    public async Task<PersonCard?> EnrolAsync(string channel, string workspace, string user, string? name, CancellationToken cancellationToken)
    {
        if (options.Unknown != "enrol" || !options.Workspaces.Contains(workspace) || OwnerOf(channel, workspace) is not { } organisation)
        {
            return null;
        }

        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (Find(channel, workspace, user) is { } known)
            {
                return known;
            }

            var person = await EnrolledAsync(organisation, channel, workspace, user, name, cancellationToken);
            var card = CardOf(person, organisation, _now.People.Count);
            _now = _now.With(card, (channel, workspace, user));
            return card;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Another instance may have enrolled them; the unique identity decides.</summary>
    private async Task<Person> EnrolledAsync(Organisation organisation, string channel, string workspace, string user, string? name, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = database.Open();
            var found = await (from i in db.Set<Identity>()
                               where i.Channel == channel && i.Workspace == workspace && i.User == user
                               join p in db.Set<Person>() on i.PersonId equals p.Id
                               select p).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            if (found is not null)
            {
                return found;
            }

            var id = ids.Next();
            var person = new Person { Id = id, OrganisationId = organisation.Id, Key = $"enrolled-{id:N}", Name = string.IsNullOrWhiteSpace(name) ? user : name.Trim(), Roles = "member", Enrolled = true };
            db.Add(person);
            db.Add(new Identity { Id = ids.Next(), OrganisationId = organisation.Id, PersonId = id, Channel = channel, Workspace = workspace, User = user });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return person;
            }
            catch (DbUpdateException e) when (Database.IsDuplicate(e) && tries == 0)
            {
            }
        }
    }

    private static PersonCard CardOf(Person person, Organisation organisation, int order) =>
        new(person.Id, organisation.Id, person.Key, person.Name, person.Roles.Split(','), person.Profile, person.Team, person.Country ?? organisation.Country, person.RosterLocale ?? organisation.Locale, order);

    /// <summary>Writes what the rosters say to the database, keeps what people chose themselves, and swaps the view.</summary>
    public async Task ReplaceAsync(IReadOnlyList<Roster> rosters, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            _now = await WriteAsync(rosters, cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task<Snapshot> WriteAsync(IReadOnlyList<Roster> rosters, CancellationToken cancellationToken)
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
                cards[person.Id] = CardOf(person, organisation, cards.Count);
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
            foreach (var gone in known.Values.Where(p => p.Active && !p.Enrolled && !listed.Contains(p.Key)))
            {
                gone.Active = false;
            }

            foreach (var enrolled in known.Values.Where(p => p.Active && p.Enrolled))
            {
                cards[enrolled.Id] = CardOf(enrolled, organisation, cards.Count);
            }

            // Whom the roster names by the same identity is that person from now on.
            foreach (var i in knownIdentities.Values.Where(i => cards.ContainsKey(i.PersonId) && known.Values.Any(p => p.Id == i.PersonId && p.Enrolled)))
            {
                identities.TryAdd((i.Channel, i.Workspace, i.User), i.PersonId);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        var workspaces = identities.Where(i => cards.ContainsKey(i.Value)).GroupBy(i => (i.Key.Item1, i.Key.Item2)).ToImmutableDictionary(g => g.Key, g => cards[g.First().Value].OrganisationId);
        return new Snapshot(organisations, cards.ToImmutableDictionary(), identities.ToImmutableDictionary(), workspaces);
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

    /// <param name="Workspaces">Which organisation a workspace belongs to, as its people's identities tell.</param>
    private sealed record Snapshot(IReadOnlyList<Organisation> Organisations, ImmutableDictionary<Guid, PersonCard> People,
        ImmutableDictionary<(string Channel, string Workspace, string User), Guid> Identities, ImmutableDictionary<(string Channel, string Workspace), Guid> Workspaces)
    {
        public static readonly Snapshot Empty = new([], ImmutableDictionary<Guid, PersonCard>.Empty,
            ImmutableDictionary<(string, string, string), Guid>.Empty, ImmutableDictionary<(string, string), Guid>.Empty);

        public Snapshot With(PersonCard card, (string Channel, string Workspace, string User) identity) => this with
        {
            People = People.SetItem(card.Id, card),
            Identities = Identities.SetItem(identity, card.Id),
            Workspaces = Workspaces.SetItem((identity.Channel, identity.Workspace), card.OrganisationId),
        };
    }
}

/// <summary>What may be shown of a person without a look into the database.</summary>
internal sealed record PersonCard(Guid Id, Guid OrganisationId, string Key, string Name, IReadOnlyList<string> Roles, string? Profile, string? Team, string Country, string Locale, int Order);
