using System.Collections.Concurrent;
using MentorBot.Messages;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>
/// Remembers where people are reached. A channel tells it of everything that comes in from a person; what it has just heard it does not write again, so that
/// a talk costs one look into memory per message.
/// </summary>
internal sealed class Reaches(Database database, TimeProvider time, Ids ids)
{
    /// <summary>Other instances write too: after this long it is looked up again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(Guid Person, string Channel, string Workspace), (Address Address, DateTimeOffset At)> _heard = new();

    /// <summary>The person is there: what made them unreachable is over.</summary>
    /// <param name="own">A conversation of theirs that nobody else reads.</param>
    /// <param name="surely">True for what tells of a change, such as an installation: it is looked up in any case.</param>
    public async ValueTask SeenAsync(Guid organisationId, Guid personId, Address own, bool surely, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = (personId, own.Channel, own.Workspace);
        if (!surely && _heard.TryGetValue(key, out var heard) && heard.Address == own && now - heard.At < Fresh)
        {
            return;
        }

        await ChangeAsync(
            organisationId,
            key,
            reach => (reach.Address, reach.SeenAt, reach.Unreachable, reach.UnreachableSince) = (own.ToJson(), now, null, null),
            cancellationToken);
        if (_heard.Count >= MostRemembered)
        {
            _heard.Clear();
        }

        _heard[key] = (own, now);
    }

    /// <summary>We opened their conversation ourselves: whether anything arrives there is not known by that.</summary>
    public Task OpenedAsync(Guid organisationId, Guid personId, Address own, CancellationToken cancellationToken) =>
        ChangeAsync(organisationId, (personId, own.Channel, own.Workspace), reach => reach.Address = own.ToJson(), cancellationToken);

    /// <param name="reason">Key in the texts of "deliveries".</param>
    public Task LostAsync(Guid organisationId, Guid personId, string channel, string workspace, string reason, CancellationToken cancellationToken)
    {
        _heard.TryRemove((personId, channel, workspace), out _);
        return ChangeAsync(
            organisationId,
            (personId, channel, workspace),
            reach => (reach.Unreachable, reach.UnreachableSince) = (reason, reach.Unreachable == reason ? reach.UnreachableSince : time.GetUtcNow()),
            cancellationToken);
    }

    /// <returns>Null when nothing is known of the person there.</returns>
    public async Task<Reach?> FindAsync(Guid personId, string channel, string workspace, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<Reach>().AsNoTracking().FirstOrDefaultAsync(r => r.PersonId == personId && r.Channel == channel && r.Workspace == workspace, cancellationToken);
    }

    private async Task ChangeAsync(Guid organisationId, (Guid Person, string Channel, string Workspace) key, Action<Reach> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = database.Open();
            var reach = await db.Set<Reach>().FirstOrDefaultAsync(r => r.PersonId == key.Person && r.Channel == key.Channel && r.Workspace == key.Workspace, cancellationToken);
            if (reach is null)
            {
                reach = new Reach { Id = ids.Next(), OrganisationId = organisationId, PersonId = key.Person, Channel = key.Channel, Workspace = key.Workspace };
                db.Add(reach);
            }

            change(reach);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException e) when (Database.IsDuplicate(e) && tries == 0)
            {
                // Another message of the same person came in at the same moment.
            }
        }
    }
}
