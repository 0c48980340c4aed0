namespace MentorBot.Storage;

/// <summary>Wakes one waiter per call; calls without a waiter are kept, as many as there are waiters to use them.</summary>
internal sealed class Pulse(int waiters)
{
    private readonly SemaphoreSlim _permits = new(0);

    public void Wake()
    {
        if (_permits.CurrentCount < waiters)
        {
            _permits.Release();
        }
    }

    /// <returns>True when woken, false when <paramref name="atMost"/> has passed.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _permits.WaitAsync(atMost, cancellationToken);
}
