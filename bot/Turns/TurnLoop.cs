using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Turns;

/// <summary>Handles events as they come, a few at a time, one per person.</summary>
internal sealed class TurnLoop(TurnRunner runner, InboxQueries inbox, Handover handover, Signals signals, TimeProvider time, ILogger<TurnLoop> logger) : BackgroundService
{
    /// <summary>What other instances accepted is found by looking; our own wakes us.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        handover.IsOpen = true;
        return Task.WhenAll(Enumerable.Range(0, Signals.TurnWorkers).Select(n => WorkAsync(first: n == 0, stoppingToken)));
    }

    /// <returns>False when there is nothing to do.</returns>
    private async Task<bool> RunNextAsync(CancellationToken stoppingToken)
    {
        var begun = handover.Begin();
        var foundNothing = false;
        try
        {
            if (handover.Take() is { } inHand)
            {
                await runner.RunAsync(inHand, stoppingToken);
                return true;
            }

            if (!handover.MayWait)
            {
                return false;
            }

            foundNothing = !await runner.RunNextAsync(lane: null, stoppingToken);
            return !foundNothing;
        }
        finally
        {
            handover.End(begun, foundNothing);
        }
    }

    private async Task WorkAsync(bool first, CancellationToken stoppingToken)
    {
        long? looked = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (first && (looked is null || time.GetElapsedTime(looked.Value) >= Poll))
                {
                    looked = time.GetTimestamp();
                    handover.Left();
                    if (await inbox.TakeOverAsync(stoppingToken) is > 0 and var taken)
                    {
                        Log.TookOver(logger, taken);
                    }
                }

                while (await RunNextAsync(stoppingToken))
                {
                }

                await signals.Inbox.WaitAsync(first ? Poll : Timeout.InfiniteTimeSpan, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.LoopFault(logger, "turn", e.GetType().Name, e.StackTrace);
                await ((Task)signals.Inbox.WaitAsync(Poll, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
