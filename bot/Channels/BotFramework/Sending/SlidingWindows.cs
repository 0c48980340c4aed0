namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>At most so many in any span of so long.</summary>
internal readonly record struct RateLimit(int Most, TimeSpan Span);

/// <summary>The times of what was sent, as far back as a limit looks. Not for several threads at once.</summary>
internal sealed class SlidingWindows
{
    private TimeSpan[] _ring = new TimeSpan[4];
    private int _head;

    public int Count { get; private set; }

    public TimeSpan Newest => At(Count - 1);

    /// <returns>The first moment from <paramref name="now"/> on when one more breaks no limit.</returns>
    public TimeSpan FreeAt(TimeSpan now, ReadOnlySpan<RateLimit> limits)
    {
        var free = now;
        foreach (var limit in limits)
        {
            if (Count >= limit.Most && At(Count - limit.Most) + limit.Span is var until && until >= free)
            {
                // Past the edge: a span of exactly this length with both ends in it holds no more than the limit either.
                free = until + TimeSpan.FromTicks(1);
            }
        }

        return free;
    }

    public void Add(TimeSpan now, ReadOnlySpan<RateLimit> limits)
    {
        var most = 0;
        var longest = TimeSpan.Zero;
        foreach (var limit in limits)
        {
            most = Math.Max(most, limit.Most);
            longest = limit.Span > longest ? limit.Span : longest;
        }

        while (Count > 0 && (Count >= most || At(0) + longest < now))
        {
            _head = (_head + 1) % _ring.Length;
            Count--;
        }

        if (Count == _ring.Length)
        {
            var larger = new TimeSpan[_ring.Length * 2];
            for (var i = 0; i < Count; i++)
            {
                larger[i] = At(i);
            }

            (_ring, _head) = (larger, 0);
        }

        _ring[(_head + Count++) % _ring.Length] = now;
    }

    private TimeSpan At(int index) => _ring[(_head + index) % _ring.Length];
}
