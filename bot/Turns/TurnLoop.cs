using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Turns;

/// <summary>Handles events as they come, a few at a time, one per person.</summary>
internal sealed class TurnLoop(TurnRunner runner, InboxQueries inbox, Signals signals, ILogger<TurnLoop> logger) : BackgroundService
{
    /// <summary>What other instances accepted is found by looking; our own wakes us.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Signals.TurnWorkers).Select(n => WorkAsync(first: n == 0, stoppingToken)));

    private async Task WorkAsync(bool first, CancellationToken stoppingToken)
    {
        var woken = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (first && !woken && await inbox.TakeOverAsync(stoppingToken) is > 0 and var taken)
                {
                    Log.TookOver(logger, taken);
                }

                while (await runner.RunNextAsync(lane: null, stoppingToken))
                {
                }

                woken = await signals.Inbox.WaitAsync(first ? Poll : Timeout.InfiniteTimeSpan, stoppingToken);
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
