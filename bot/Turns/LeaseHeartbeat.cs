namespace MentorBot.Turns;

/// <summary>Renews the lease of a turn that takes long (a large file), so that no other instance takes it over meanwhile.</summary>
internal sealed class LeaseHeartbeat : IDisposable
{
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stop = new();

    public LeaseHeartbeat(InboxQueries inbox, long seq, TimeProvider time)
    {
        var every = InboxQueries.Lease / 4;
        _timer = time.CreateTimer(_ => _ = RenewAsync(inbox, seq), null, every, every);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _timer.Dispose();
        _stop.Dispose();
    }

    private async Task RenewAsync(InboxQueries inbox, long seq)
    {
        try
        {
            await inbox.RenewAsync(seq, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or System.Data.Common.DbException)
        {
            // A renewal that fails is made good by the next one; if all fail the lease runs out, and the commit notices.
        }
    }
}
