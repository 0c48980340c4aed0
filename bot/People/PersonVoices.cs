using MentorBot.Messages;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.People;

/// <summary>How a person of the roster is written to, outside a turn: pages and forms.</summary>
internal sealed class PersonVoices(Database database, PeopleDirectory people)
{
    /// <returns>Null when the person is not in the roster any more.</returns>
    public async Task<(Voice Voice, TimeZoneInfo Zone)?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (people.Find(personId) is not { } card)
        {
            return null;
        }

        await using var db = database.Open();
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, cancellationToken);
        var organisation = people.Organisation(card.OrganisationId);
        return person is null ? null : (person.VoiceIn(organisation), person.ZoneIn(organisation));
    }

    /// <summary>Keeps the language that they picked on a page.</summary>
    public async Task ChooseLocaleAsync(Guid personId, string locale, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Set<Person>().Where(p => p.Id == personId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.ChosenLocale, locale).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
    }
}
