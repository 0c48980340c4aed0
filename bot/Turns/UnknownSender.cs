using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>Somebody who is in no roster writes: a polite answer that names whom to ask and gives nothing away, and one line to the administrators, once per sender.</summary>
internal sealed class UnknownSender(PeopleDirectory people, ProactiveAddresses addresses, Texts texts, Outbox outbox)
{
    public async Task AnswerAsync(BotDb db, InboundEvent inbound, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = people.OwnerOf(inbound.Channel, inbound.Workspace);
        var locale = Locales.Nearest(ClientHints.FromJson(inbound.Client)?.Locale) ?? organisation?.Locale ?? Locales.French;
        var administrators = organisation is null ? [] : await db.Set<Person>().Where(p => p.OrganisationId == organisation.Id && p.Active && p.Roles.Contains("admin")).OrderBy(p => p.Name).ToListAsync(cancellationToken);
        var answer = texts.Say(new Voice(locale, AddressForm.Vous), "turns.unknown-sender", ("organisation", organisation?.Name), ("administrator", administrators.FirstOrDefault()?.Name));
        outbox.Add(db, $"reply:{inbound.Id:N}:0", DeliveryClass.Reply, Guid.Empty, null, inbound.Address, Message.Text(locale, answer), now, inbound.AnswerBy > now ? inbound.AnswerBy : null);
        foreach (var administrator in administrators)
        {
            var key = $"unknown:{administrator.Id:N}:{inbound.Channel}:{inbound.Workspace}:{inbound.Sender}";
            if (await db.Set<Delivery>().AnyAsync(d => d.Key == key, cancellationToken) || await addresses.FirstAsync(db, administrator, cancellationToken) is not { } address)
            {
                continue;
            }

            var voice = administrator.VoiceIn(organisation!);
            outbox.Add(db, key, DeliveryClass.Nudge, organisation!.Id, administrator.Id, address,
                Message.Text(voice.Locale, texts.Say(voice, "turns.unknown-told", ("channel", inbound.Channel), ("workspace", inbound.Workspace), ("user", inbound.Sender))), now);
        }
    }
}
