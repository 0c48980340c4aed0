using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Readouts;

/// <summary>What a person noted, as a reading takes it.</summary>
internal sealed class NotedEvents(Database database)
{
    /// <returns>Oldest first; those that touch no day of an export cost a reading nothing.</returns>
    public async ValueTask<IReadOnlyList<NotedDays>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<NotedEvent>().AsNoTracking().Where(e => e.PersonId == personId).OrderBy(e => e.From).Select(e => new NotedDays(e.From, e.To, e.Words)).ToListAsync(cancellationToken);
    }
}

/// <summary>Days that the person explained: drawn on the chart, and left out of what counts as usual.</summary>
internal sealed record NotedDays(DateOnly From, DateOnly To, string Words)
{
    public bool Touches(DateOnly from, DateOnly to) => From <= to && To >= from;
}
