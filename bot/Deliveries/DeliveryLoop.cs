using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Deliveries;

/// <summary>
/// Sends what is due, to many conversations at once: one loop leases, every send runs by itself. The lease keeps the order within a conversation, so that
/// a slow one holds only its own messages. What is on the wire is marked before and settled after; nothing is sent twice on a guess.
/// </summary>
internal sealed class DeliveryLoop(Database database, DeliveryQueries queries, IEnumerable<IChannelSender> senders, Detours detours, Signals signals, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    /// <summary>At most this many sends are on the wire at once in one process. A conversation has at most one per class.</summary>
    private const int MostInFlight = 32;

    /// <summary>Retries that come due and what other instances committed are found by looking; our own commits wake us.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A send that takes longer is given up while its lease still holds.</summary>
    private static readonly TimeSpan LongestSend = DeliveryQueries.Lease * 0.75;

    /// <summary>What is on the wire when the process stops may take this long to end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(s => s.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_senders.Count == 0)
        {
            return;
        }

        using var slots = new SemaphoreSlim(MostInFlight, MostInFlight);
        using var abandon = new CancellationTokenSource();
        await DispatchAsync(slots, abandon.Token, stoppingToken);
        abandon.CancelAfter(Grace);
        for (var n = 0; n < MostInFlight; n++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }
    }

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (await queries.ClaimAsync(db, _senders.Keys, cancellationToken) is not { } delivery)
        {
            return false;
        }

        await SendAsync(db, delivery, cancellationToken);
        return true;
    }

    private async Task DispatchAsync(SemaphoreSlim slots, CancellationToken abandoned, CancellationToken stoppingToken)
    {
        long? looked = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (looked is null || time.GetElapsedTime(looked.Value) >= Poll)
                {
                    looked = time.GetTimestamp();
                    await queries.TakeOverAsync(_senders.Values, stoppingToken);
                }

                if (!await StartNextAsync(slots, abandoned, stoppingToken))
                {
                    await signals.Outbox.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.LoopFault(logger, e.GetType().Name, e.StackTrace);
                await ((Task)signals.Outbox.WaitAsync(Poll, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False when nothing is due.</returns>
    private async Task<bool> StartNextAsync(SemaphoreSlim slots, CancellationToken abandoned, CancellationToken stoppingToken)
    {
        await slots.WaitAsync(stoppingToken);
        BotDb? db = null;
        try
        {
            db = database.Open();
            if (await queries.ClaimAsync(db, _senders.Keys, stoppingToken) is { } delivery)
            {
                _ = SendInSlotAsync(db, delivery, slots, abandoned);
                db = null;
                return true;
            }

            return false;
        }
        finally
        {
            if (db is not null)
            {
                await db.DisposeAsync();
                slots.Release();
            }
        }
    }

    private async Task SendInSlotAsync(BotDb db, Delivery delivery, SemaphoreSlim slots, CancellationToken abandoned)
    {
        try
        {
            await using (db)
            {
                await SendAsync(db, delivery, abandoned);
            }
        }
        catch (Exception e)
        {
            // The row stays "Sending" until its lease runs out, and is then settled as unknown.
            Log.LoopFault(logger, e.GetType().Name, e.StackTrace);
        }
        finally
        {
            slots.Release();
            // The next of this conversation may go now.
            signals.Outbox.Wake();
        }
    }

    private async Task SendAsync(BotDb db, Delivery delivery, CancellationToken cancellationToken)
    {
        var sender = _senders[delivery.Channel];
        using var tooLong = new CancellationTokenSource(LongestSend, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        var result = await detours.KnownAsync(delivery, end.Token) ?? await TrySendAsync(sender, delivery, end.Token);
        if (result is SendResult.Failed { IsUnreachable: true, Reason: var reason, Reference: null } && await detours.TryTakeAsync(delivery, reason, CancellationToken.None))
        {
            return;
        }

        Settlement.Apply(delivery, result, sender.MayRepeat, time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        Telemetry.Settle(delivery);
        if (delivery.PersonId is { } personId)
        {
            signals.TranscriptChanged(personId);
        }
    }

    private async Task<SendResult> TrySendAsync(IChannelSender sender, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(delivery, cancellationToken);
        }
        catch (Exception e)
        {
            Log.SendFault(logger, delivery.Id, delivery.Channel, e.GetType().Name, e.StackTrace);
            return new SendResult.Unknown();
        }
    }
}
