using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>A person deleted their message: its words leave the inbox. What the mentor made of them stays, as it does in the chat.</summary>
internal sealed class Withdrawals(Database database)
{
    public async Task WithdrawAsync(string channel, string workspace, string key, CancellationToken cancellationToken)
    {
        var blank = new TextContent("…").ToJson();
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Set<InboundEvent>().Where(e => e.Channel == channel && e.Workspace == workspace && e.Key == key && e.State >= InboundState.Done)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Content, blank), cancellationToken);
    }
}
