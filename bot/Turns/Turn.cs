using MentorBot.Deliveries;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Turns;

/// <summary>One event being handled: what came in, who sent it, and everything that will be committed with it. Nothing here is visible to anyone before the commit.</summary>
internal sealed class Turn(BotDb db, InboundEvent inbound, InboundContent content, Person person, Organisation organisation, Understood understood, DateTimeOffset now, Texts texts, Outbox outbox, Ids ids)
{
    private int _said;

    /// <summary>Tracks what this turn changes; saved once, by the loop.</summary>
    public BotDb Db => db;

    public InboundContent Content => content;

    /// <summary>What was typed, trimmed; null when this event is no text (a file's caption is not one).</summary>
    public string? Text { get; private set; } = (content as TextContent)?.Text.Trim();

    public Guid EventId => inbound.Id;

    public Address Address => inbound.Address;

    /// <summary>Others read along where this event came from: nothing of the person's own talk may be said there.</summary>
    public bool IsShared => inbound.PrivateAddress is not null;

    public Person Person => person;

    public Organisation Organisation => organisation;

    /// <summary>What the typed words ask for beside an answer; Nothing for other contents.</summary>
    public Understood Understood { get; private set; } = understood;

    public DateTimeOffset Now => now;

    /// <summary>The person's own calendar day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, person.ZoneIn(organisation)).DateTime);

    /// <summary>Follows what the turn itself changes (language, form of address).</summary>
    public Voice Voice => person.VoiceIn(organisation);

    public bool HasSpoken => _said > 0;

    public Guid NewId() => ids.Next();

    /// <summary>A text in the person's language and form.</summary>
    public string T(string key, params IEnumerable<(string Name, object? Value)> values) => texts.Say(Voice, key, values);

    public string T(Voice voice, string key, params IEnumerable<(string Name, object? Value)> values) => texts.Say(voice, key, values);

    public string T(Refusal refusal) => texts.Say(Voice, refusal);

    /// <summary>One part of the message has been answered: the rest of the turn is about the other.</summary>
    public void GoOnWith(Beside beside) => (Text, Understood) = (beside.Text, beside.Understood);

    /// <summary>Takes what was typed out of the inbox, in the same commit as what was made of it.</summary>
    public void WithdrawText(string instead) => inbound.Content = new TextContent(instead).ToJson();

    /// <summary>Answers where the event came from. Order is kept.</summary>
    public void Say(params IReadOnlyList<MessagePart> parts) => Say(new Message(parts, Voice.Locale));

    public void Say(string text) => Say(new TextPart(text));

    public void Say(Message message) => SayTo(Address, message);

    /// <summary>Answers in the person's own conversation, wherever the event came from.</summary>
    public void SayPrivately(Message message) => SayTo(inbound.PrivateAddress is { } own ? Address.FromJson(own) : Address, message);

    /// <summary>Lets the same words be handled again as if they had been written in the person's own conversation.</summary>
    /// <param name="asked">The event that they came with; gives the new one its key, so that it happens once.</param>
    public void TakeToPrivate(Guid asked, InboundContent words)
    {
        if (inbound.PrivateAddress is not { } own)
        {
            return;
        }

        var address = Address.FromJson(own);
        db.Add(new InboundEvent
        {
            Id = ids.Next(),
            OrganisationId = organisation.Id,
            Channel = address.Channel,
            Workspace = address.Workspace,
            Key = InboundEvent.PrivateKey(asked, person.Id),
            Conversation = address.Conversation,
            Reference = address.Reference,
            Sender = inbound.Sender,
            PersonId = person.Id,
            Lane = inbound.Lane,
            Content = words.ToJson(),
            At = now,
            ReceivedAt = now,
        });
    }

    /// <summary>While the sender's client holds the line the answer is for it alone.</summary>
    private void SayTo(Address to, Message message) =>
        outbox.Add(db, $"reply:{inbound.Id:N}:{_said++}", DeliveryClass.Reply, organisation.Id, person.Id, to, message, now, to == Address && inbound.AnswerBy > now ? inbound.AnswerBy : null);
}
