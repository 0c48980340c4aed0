using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A person's material with everything already known about it: what they settled, what their organisation calls its columns, the days they explained, their last reading of the same export.</summary>
internal sealed class ReadingDesk(Material material, ColumnMeanings meanings, NotedEvents events, PastReadings past)
{
    /// <returns>Null when the upload has already been deleted.</returns>
    public async ValueTask<TableResult?> TableAsync(FlowWalk walk, string source, string name, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, string>(await meanings.OfAsync(walk.Talk.OrganisationId, cancellationToken));
        foreach (var (header, id) in TableAnswers.Columns(walk))
        {
            said[header] = id;
        }

        return await material.ReadAsync(source, name, walk.Voice.Locale, TableAnswers.Options(walk) with { Meanings = said }, cancellationToken);
    }

    public async ValueTask<ReadoutOptions> OptionsAsync(FlowWalk walk, CompareMode mode, CancellationToken cancellationToken)
    {
        var last = Guid.TryParse(walk.Lookup(TableAnswers.Same)?.Text, CultureInfo.InvariantCulture, out var id) ? await past.FindAsync(walk.Talk, id, cancellationToken) : null;
        return new ReadoutOptions(walk.Talk.Today, mode, walk.Talk.Country)
        {
            Noted = await events.OfAsync(walk.Talk.PersonId, cancellationToken),
            Last = last is null ? null : new LastReading(walk.Talk.DayOf(last.At), last.Metric, last.Total, last.Days, last.To),
        };
    }
}
