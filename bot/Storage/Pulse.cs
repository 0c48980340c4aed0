namespace MentorBot.Storage;

/// <summary>Wakes one waiter per call; calls without a waiter are kept.</summary>
internal sealed class Pulse
{
    private readonly SemaphoreSlim _permits = new(0);

    public void Wake() => _permits.Release();

    /// <summary>Returns when woken or when <paramref name="atMost"/> has passed, whichever is first.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _permits.WaitAsync(atMost, cancellationToken);
}
