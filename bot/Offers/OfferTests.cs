using MentorBot.Coaching;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Offers;

/// <summary>A person's planned tests.</summary>
internal sealed class OfferTests(Database database)
{
    private const int MostOffered = 3;

    /// <summary>Tests that no result closes yet: those that are due first, then those that end soonest.</summary>
    public async ValueTask<IReadOnlyList<OfferTest>> OpenAsync(FlowTalk talk, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var tests = await db.Set<OfferTest>().AsNoTracking().Where(t => t.PersonId == talk.PersonId).OrderByDescending(t => t.CreatedAt).Take(20).ToListAsync(cancellationToken);
        var results = await db.Set<OfferResult>().AsNoTracking().Where(r => r.PersonId == talk.PersonId && r.TestId != null).ToListAsync(cancellationToken);
        var closed = results.Where(r => r.Closes).Select(r => r.TestId).ToHashSet();
        return [.. tests.Where(t => !closed.Contains(t.Id)).OrderByDescending(t => t.ReadOn <= talk.Today).ThenBy(t => t.ReadOn).Take(MostOffered)];
    }

    public async ValueTask<OfferTest?> FindAsync(FlowTalk talk, Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<OfferTest>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.PersonId == talk.PersonId, cancellationToken);
    }

    public async ValueTask<bool> IsClosedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return (await db.Set<OfferResult>().AsNoTracking().Where(r => r.TestId == id).ToListAsync(cancellationToken)).Exists(r => r.Closes);
    }
}
