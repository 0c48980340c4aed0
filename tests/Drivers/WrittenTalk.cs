using MentorBot.Channels.Web;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Drivers;

/// <summary>Puts mentor messages into a running service's web talk, as a turn would have committed them.</summary>
internal static class WrittenTalk
{
    public static async Task SayAsync(ServiceProcess service, string person, CancellationToken cancellationToken, params IReadOnlyList<Message> messages)
    {
        using var database = service.OpenDatabase();
        await using var db = database.Open();
        var row = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Key == person, cancellationToken);
        var outbox = new Outbox([new WebSender(new Signals())], new Ids(TimeProvider.System));
        foreach (var message in messages)
        {
            outbox.Add(db, $"test:{Guid.CreateVersion7():N}", DeliveryClass.Reply, row.OrganisationId, row.Id, WebAddress.Of(row.Id), message, TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>An event that somebody else is handling right now, and for an hour to come.</summary>
    /// <returns>Ends it.</returns>
    public static async Task<Func<Task>> HoldAsync(ServiceProcess service, string person, InboundContent content, CancellationToken cancellationToken)
    {
        using var database = service.OpenDatabase();
        await using var db = database.Open();
        var row = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Key == person, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var address = WebAddress.Of(row.Id);
        var held = new InboundEvent
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = row.OrganisationId,
            Channel = address.Channel,
            Workspace = address.Workspace,
            Conversation = address.Conversation,
            Key = WebAddress.Key(row.Id, "held"),
            Sender = person,
            PersonId = row.Id,
            Lane = row.Id.ToString("N"),
            Content = content.ToJson(),
            At = now,
            ReceivedAt = now,
            State = InboundState.Leased,
            LeaseUntil = now.AddHours(1),
        };
        db.Add(held);
        await db.SaveChangesAsync(cancellationToken);
        return async () =>
        {
            using var again = service.OpenDatabase();
            await using var end = again.Open();
            await end.Set<InboundEvent>().Where(e => e.Id == held.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboundState.Done), cancellationToken);
        };
    }
}
