using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>One channel as its contract tests use it: the whole service on that channel's real wire, with every line that it logs kept.</summary>
internal abstract class ChannelDriver(TestMentor mentor, KeptLog log) : IAsyncDisposable
{
    public const string Person = "lea";

    public TestMentor Mentor => mentor;

    public KeptLog Log => log;

    /// <summary>As <see cref="IChannelSender.Channel"/>.</summary>
    public abstract string Channel { get; }

    /// <summary>Sends a message and says how the person gets it.</summary>
    public abstract Task<Shown> ShowAsync(Message message);

    /// <summary>What is found on the wire where this kind of part is drawn and not only read out.</summary>
    /// <exception cref="NotSupportedException">The channel does not know this kind: draw it, then say here how it looks.</exception>
    public abstract string SignOf(MessagePart part);

    /// <summary>A whole day on the channel: words, files, presses, refusals, whatever it has.</summary>
    /// <returns>Everything that must stay out of the logs: what was typed, tokens, secrets.</returns>
    public abstract Task<IReadOnlyList<string>> LiveAsync();

    public abstract ValueTask DisposeAsync();

    protected static NotSupportedException Unknown(MessagePart part) => new($"This channel does not draw {part.GetType().Name} yet.");

    /// <summary>Puts a message to the person into the outbox, as a turn would have, and sends it.</summary>
    protected async Task<Delivery> SendAsync(Message message, Address to, DeliveryClass @class = DeliveryClass.Reply)
    {
        var person = mentor.Person(Person);
        await using var db = mentor.Database.Open();
        var delivery = mentor.Get<Outbox>().Add(db, $"test:{Guid.CreateVersion7():N}", @class, person.OrganisationId, person.Id, to, message, mentor.Time.GetUtcNow());
        await db.SaveChangesAsync(TestMentor.Token);
        await SettleAsync();
        return delivery;
    }

    /// <summary>Handles what waits and sends what is due, also what the pacing holds back for a moment.</summary>
    protected async Task SettleAsync()
    {
        await mentor.RunTurnsAsync();
        for (var i = 0; i < 10; i++)
        {
            await mentor.SendDueAsync();
            mentor.Time.Advance(TimeSpan.FromSeconds(2));
        }
    }
}

/// <param name="Pieces">As they are on the wire.</param>
/// <param name="Read">Everything that can be read of it.</param>
/// <param name="Breaches">Of the channel's limits; none is well.</param>
internal sealed record Shown(IReadOnlyList<string> Pieces, string Read, IReadOnlyList<string> Breaches);
