using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Turns;

/// <summary>Lets every clock look for what is due.</summary>
internal sealed class ClockLoop(IEnumerable<IClock> clocks, Signals signals, ILogger<ClockLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var clock in clocks)
            {
                try
                {
                    while (await clock.TickAsync(stoppingToken) > 0)
                    {
                    }
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    Log.LoopFault(logger, clock.GetType().Name, e.GetType().Name, e.StackTrace);
                }
            }

            await ((Task)signals.Clocks.WaitAsync(Poll, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
