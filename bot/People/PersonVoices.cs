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

    /// <summary>Keeps what a client says of them; nothing is written while it stays the same.</summary>
    /// <param name="locale">BCP-47; null when it does not say.</param>
    /// <param name="timeZone">IANA name; null when it does not say.</param>
    public async Task MeetAsync(Guid personId, string? locale, string? timeZone, CancellationToken cancellationToken)
    {
        var language = Locales.Nearest(locale);
        var zone = timeZone is { Length: > 0 and < 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _) ? timeZone : null;
        await using var db = database.Open();
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId && ((language != null && p.ClientLocale != language) || (zone != null && p.ClientTimeZone != zone)), cancellationToken))
        {
            return;
        }

        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Set<Person>().Where(p => p.Id == personId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.ClientLocale, x => language ?? x.ClientLocale).SetProperty(x => x.ClientTimeZone, x => zone ?? x.ClientTimeZone).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
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
