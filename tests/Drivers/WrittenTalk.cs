using MentorBot.Channels.Web;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
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
}
