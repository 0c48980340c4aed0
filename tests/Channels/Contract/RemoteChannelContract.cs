using System.Net;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>What a channel owes besides that is called over HTTP: nobody speaks for somebody else, and nothing happens twice.</summary>
public abstract class RemoteChannelContract : ChannelContract
{
    [Fact]
    public async Task What_is_not_signed_is_refused_and_not_kept()
    {
        await using var channel = (RemoteChannelDriver)await StartAsync();

        Assert.Contains(await channel.PostUnsignedAsync("bonjour"), (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
        Assert.Empty(await KeptAsync(channel));
    }

    [Fact]
    public async Task What_comes_again_is_handled_once()
    {
        await using var channel = (RemoteChannelDriver)await StartAsync();

        var first = await channel.PostAsync("c'est quoi un CPM ?", "4711");
        var again = await channel.PostAsync("c'est quoi un CPM ?", "4711");
        await channel.Mentor.RunTurnsAsync();
        var late = await channel.PostAsync("c'est quoi un CPM ?", "4711");
        await channel.Mentor.RunTurnsAsync();

        // A repeat is told the same as the first: whoever sent it must stop.
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted], [first, again, late]);
        Assert.Single(await KeptAsync(channel));
        await using var db = channel.Mentor.Database.Open();
        Assert.Single(await db.Set<MentorBot.Deliveries.Delivery>().ToListAsync(Token));
    }

    private protected static async Task<IReadOnlyList<InboundEvent>> KeptAsync(ChannelDriver channel)
    {
        await using var db = channel.Mentor.Database.Open();
        return await db.Set<InboundEvent>().AsNoTracking().Where(e => e.Channel == channel.Channel).ToListAsync(Token);
    }
}
