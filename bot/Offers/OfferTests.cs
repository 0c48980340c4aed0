using MentorBot.Coaching;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Offers;

/// <summary>A person's planned tests.</summary>
internal sealed class OfferTests(Database database)
{
    private const int MostOffered = 3;

    /// <summary>Tests that no result closes yet: those that are due first, then those that end soonest.</summary>
    public async ValueTask<IReadOnlyList<KeptTest>> OpenAsync(FlowTalk talk, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var tests = await db.Set<OfferTest>().AsNoTracking().Where(t => t.PersonId == talk.PersonId).OrderByDescending(t => t.CreatedAt).Take(20).ToListAsync(cancellationToken);
        var results = await db.Set<OfferResult>().AsNoTracking().Where(r => r.PersonId == talk.PersonId && r.TestId != null).ToListAsync(cancellationToken);
        return [.. tests.Select(t => Kept(t, results)).Where(t => !t.Closed).OrderByDescending(t => t.ReadOn <= talk.Today).ThenBy(t => t.ReadOn).Take(MostOffered)];
    }

    public async ValueTask<KeptTest?> FindAsync(FlowTalk talk, Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var results = await db.Set<OfferResult>().AsNoTracking().Where(r => r.TestId == id).ToListAsync(cancellationToken);
        return await db.Set<OfferTest>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.PersonId == talk.PersonId, cancellationToken) is { } test ? Kept(test, results) : null;
    }

    private static KeptTest Kept(OfferTest test, List<OfferResult> results) => new(test, [.. results.Where(r => r.TestId == test.Id).OrderBy(r => r.At)]);
}
