using MentorBot.Storage;
using MentorBot.Turns;

namespace MentorBot.Hosting;

/// <summary>Deletes files past their expiry.</summary>
internal sealed class FileClock(FileStore files, TimeProvider time) : IClock
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private DateTimeOffset _next;

    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() >= _next)
        {
            _next = time.GetUtcNow() + Every;
            await files.SweepAsync(cancellationToken);
        }

        return 0;
    }
}
