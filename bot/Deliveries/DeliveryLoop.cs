using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Deliveries;

/// <summary>Sends what is due. What is on the wire is marked before and settled after; nothing is sent twice on a guess.</summary>
internal sealed class DeliveryLoop(Database database, DeliveryQueries queries, IEnumerable<IChannelSender> senders, Signals signals, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(s => s.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_senders.Count == 0)
        {
            return;
        }

        var transcripts = _senders.Values.Where(s => s.IsTranscript).Select(s => s.Channel).ToList();
        var woken = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!woken)
                {
                    await queries.TakeOverAsync(transcripts, stoppingToken);
                }

                while (await SendNextAsync(stoppingToken))
                {
                }

                woken = await signals.Outbox.WaitAsync(Poll, stoppingToken);
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
    public async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var delivery = await queries.ClaimAsync(db, _senders.Keys, cancellationToken);
        if (delivery is null)
        {
            return false;
        }

        Settle(delivery, await SendAsync(delivery, cancellationToken), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (delivery.PersonId is { } personId)
        {
            signals.TranscriptChanged(personId);
        }

        return true;
    }

    private async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await _senders[delivery.Channel].SendAsync(delivery, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SendFault(logger, delivery.Id, delivery.Channel, e.GetType().Name, e.StackTrace);
            return new SendResult.Unknown();
        }
    }

    private static void Settle(Delivery delivery, SendResult result, DateTimeOffset now)
    {
        delivery.LeaseOwner = null;
        switch (result)
        {
            case SendResult.Sent sent:
                delivery.State = DeliveryState.Sent;
                delivery.SentAt = now;
                delivery.ChannelRef = sent.Reference;
                break;
            case SendResult.RetryLater later:
                delivery.State = DeliveryState.Queued;
                delivery.DueAt = now + later.After;
                break;
            case SendResult.Failed failed:
                delivery.State = DeliveryState.Failed;
                delivery.Reason = failed.Reason;
                break;
            default:
                delivery.State = DeliveryState.Unconfirmed;
                break;
        }
    }
}
