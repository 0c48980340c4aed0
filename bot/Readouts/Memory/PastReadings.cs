using System.Text.Json;
using MentorBot.Coaching;
using MentorBot.Storage;
using MentorBot.Tables;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Readouts;

/// <summary>A person's earlier readings, by the shape of their files.</summary>
internal sealed class PastReadings(Database database, Ids ids)
{
    public async ValueTask<PastReading?> LatestAsync(FlowTalk talk, KpiTable table, CancellationToken cancellationToken)
    {
        if (TableShape.Of(table) is not { } shape)
        {
            return null;
        }

        await using var db = database.Open();
        return await db.Set<PastReading>().AsNoTracking().Where(r => r.PersonId == talk.PersonId && r.Shape == shape).OrderByDescending(r => r.At).FirstOrDefaultAsync(cancellationToken);
    }

    public async ValueTask<PastReading?> FindAsync(FlowTalk talk, Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<PastReading>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.PersonId == talk.PersonId, cancellationToken);
    }

    /// <summary>What is kept of this reading; null for what has no shape to come back.</summary>
    public PastReading? Of(FlowTalk talk, Readout readout, string compare, IReadOnlyDictionary<string, string> answers)
    {
        if (TableShape.Of(readout.Table) is not { } shape)
        {
            return null;
        }

        var whole = WholeDays.Of(readout);
        return new PastReading
        {
            Id = ids.Next(),
            OrganisationId = talk.OrganisationId,
            PersonId = talk.PersonId,
            Shape = shape,
            At = talk.Now,
            Compare = compare,
            Answers = JsonSerializer.Serialize(answers),
            Metric = readout.MainMetric,
            Total = whole?.Total,
            Days = whole?.Days ?? 0,
            From = whole?.From,
            To = whole?.To,
        };
    }

    public static IReadOnlyDictionary<string, string> AnswersOf(PastReading past) => JsonSerializer.Deserialize<Dictionary<string, string>>(past.Answers) ?? [];
}
