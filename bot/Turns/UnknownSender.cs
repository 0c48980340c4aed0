using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>Somebody who is in no roster writes, or opens a page: a polite answer that names whom to ask and gives nothing away, and one line to the administrators, once per sender.</summary>
internal sealed class UnknownSender(PeopleDirectory people, ProactiveAddresses addresses, Texts texts, Outbox outbox, Database database, TimeProvider time)
{
    public async Task AnswerAsync(BotDb db, InboundEvent inbound, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = await RefuseAsync(db, inbound.Channel, inbound.Workspace, inbound.Sender, ClientHints.FromJson(inbound.Client)?.Locale, now, cancellationToken);
        outbox.Add(db, $"reply:{inbound.Id:N}:0", DeliveryClass.Reply, Guid.Empty, null, inbound.Address, answer, now, inbound.AnswerBy > now ? inbound.AnswerBy : null);
    }

    /// <summary>Outside a turn, on a page.</summary>
    /// <param name="locale">BCP-47, of their client.</param>
    /// <returns>The answer; the administrators are told already.</returns>
    public async Task<Message> MeetAsync(string channel, string workspace, string user, string? locale, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var answer = await RefuseAsync(db, channel, workspace, user, locale, time.GetUtcNow(), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (Database.IsDuplicate(e))
        {
            // Told a moment ago by another request of theirs.
        }

        return answer;
    }

    private async Task<Message> RefuseAsync(BotDb db, string channel, string workspace, string user, string? clientLocale, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = people.OwnerOf(channel, workspace);
        var locale = Locales.Nearest(clientLocale) ?? organisation?.Locale ?? Locales.French;
        var administrators = organisation is null ? [] : await db.Set<Person>().Where(p => p.OrganisationId == organisation.Id && p.Active && p.Roles.Contains("admin")).OrderBy(p => p.Name).ToListAsync(cancellationToken);
        foreach (var administrator in administrators)
        {
            var key = $"unknown:{administrator.Id:N}:{channel}:{workspace}:{user}";
            if (await db.Set<Delivery>().AnyAsync(d => d.Key == key, cancellationToken) || await addresses.FirstAsync(db, administrator, cancellationToken) is not { } address)
            {
                continue;
            }

            var voice = administrator.VoiceIn(organisation!);
            outbox.Add(db, key, DeliveryClass.Nudge, organisation!.Id, administrator.Id, address,
                Message.Text(voice.Locale, texts.Say(voice, "turns.unknown-told", ("channel", channel), ("workspace", workspace), ("user", user))), now);
        }

        return Message.Text(locale, texts.Say(new Voice(locale, AddressForm.Vous), "turns.unknown-sender", ("organisation", organisation?.Name), ("administrator", administrators.FirstOrDefault()?.Name)));
    }
}
