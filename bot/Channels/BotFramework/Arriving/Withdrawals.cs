using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>
/// A person deleted their message: its words leave the inbox. What was not handled yet, or is being handled at this moment, is never answered; what the mentor
/// has made of it already stays, as it does in the chat.
/// </summary>
internal sealed class Withdrawals(Database database, Ids ids, TimeProvider time)
{
    private static readonly string Blank = new WithdrawnContent().ToJson();

    public async Task WithdrawAsync(Arrival message, CancellationToken cancellationToken)
    {
        while (!await TryWithdrawAsync(message, cancellationToken))
        {
            // The message itself came in between the two statements.
        }
    }

    private async Task<bool> TryWithdrawAsync(Arrival message, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var (channel, workspace) = (message.Address.Channel, message.Address.Workspace);
        if (await db.Set<InboundEvent>().Where(e => e.Channel == channel && e.Workspace == workspace && e.Key == message.Key).Select(e => new { e.Id, e.PersonId }).FirstOrDefaultAsync(cancellationToken) is not { } kept)
        {
            return await KeepAwayAsync(db, message, cancellationToken);
        }

        // The same words taken to the person's own conversation are a second event.
        var copy = InboundEvent.PrivateKey(kept.Id, kept.PersonId ?? Guid.Empty);
        var now = time.GetUtcNow();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        var both = db.Set<InboundEvent>().Where(e => e.Channel == channel && e.Workspace == workspace && (e.Key == message.Key || e.Key == copy));
        await both.ExecuteUpdateAsync(e => e.SetProperty(x => x.Content, Blank), cancellationToken);

        // Whoever is handling it loses the lease, and with it everything that this turn would have committed.
        await both.Where(e => e.State < InboundState.Done).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.State, InboundState.Done).SetProperty(x => x.DoneAt, now).SetProperty(x => x.LeaseOwner, (Guid?)null), cancellationToken);
        return true;
    }

    /// <summary>A message that is still on its way will be taken for one that was here already.</summary>
    /// <returns>False when it has just come.</returns>
    private async Task<bool> KeepAwayAsync(BotDb db, Arrival message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        db.Add(new InboundEvent
        {
            Id = ids.Next(),
            OrganisationId = Guid.Empty,
            Channel = message.Address.Channel,
            Workspace = message.Address.Workspace,
            Key = message.Key,
            Conversation = message.Address.Conversation,
            Sender = message.Sender,
            PersonId = null,
            Lane = message.Key,
            Content = Blank,
            At = now,
            ReceivedAt = now,
            State = InboundState.Done,
            DoneAt = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (Database.IsDuplicate(e))
        {
            return false;
        }
    }
}
