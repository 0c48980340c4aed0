using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>Where a person is written to who has not just written themselves: where they last wrote from, else the next of their identities that can be reached. Rule 10 of the design.</summary>
internal sealed class ProactiveAddresses(IEnumerable<IChannelSender> senders, PeopleDirectory people)
{
    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(s => s.Channel);

    /// <returns>The first that can be reached; where none can, the first at all, so that the delivery says why; null when there is nowhere to write to.</returns>
    public async Task<Address?> FirstAsync(BotDb db, Person person, CancellationToken cancellationToken)
    {
        var all = await AllAsync(db, person, cancellationToken);
        return all.FirstOrDefault(w => w.Unreachable is null)?.Address ?? all.FirstOrDefault()?.Address;
    }

    /// <param name="tried">Channels and workspaces that it was tried on.</param>
    /// <returns>Null when there is none left.</returns>
    public async Task<Address?> NextAsync(BotDb db, Guid personId, IEnumerable<(string Channel, string Workspace)> tried, CancellationToken cancellationToken) =>
        await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, cancellationToken) is { } person
            ? (await AllAsync(db, person, cancellationToken)).FirstOrDefault(w => w.Unreachable is null && !tried.Contains((w.Address.Channel, w.Address.Workspace)))?.Address
            : null;

    /// <summary>In the order in which they are tried, one per channel and workspace.</summary>
    private async Task<IReadOnlyList<Way>> AllAsync(BotDb db, Person person, CancellationToken cancellationToken)
    {
        var reaches = await db.Set<Reach>().AsNoTracking().Where(r => r.PersonId == person.Id).OrderByDescending(r => r.SeenAt).ToListAsync(cancellationToken);
        var identities = await db.Set<Identity>().AsNoTracking().Where(i => i.PersonId == person.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        return
        [
            .. new[] { person.LastAddress is { } last ? Address.FromJson(last) : null }
                .Concat(reaches.Select(r => r.Address is { } seen ? Address.FromJson(seen) : null))
                // The roster may have given an identity to somebody else, or dropped it.
                .Concat(identities.Where(i => people.Find(i.Channel, i.Workspace, i.User)?.Id == person.Id).Select(i => _senders.GetValueOrDefault(i.Channel)?.FirstAddress(i)))
                .OfType<Address>()
                .DistinctBy(a => (a.Channel, a.Workspace))
                .Select(a => WayOf(a, reaches.Find(r => (r.Channel, r.Workspace) == (a.Channel, a.Workspace)))),
        ];
    }

    /// <summary>What was seen last of a channel is newer than what the last message said.</summary>
    private static Way WayOf(Address address, Reach? reach) => new(reach?.Address is { } seen ? Address.FromJson(seen) : address, reach?.Unreachable);

    private sealed record Way(Address Address, string? Unreachable);
}
