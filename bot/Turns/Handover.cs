using System.Collections.Concurrent;
using MentorBot.Storage;

namespace MentorBot.Turns;

/// <summary>
/// Hands an event from the door to a worker of the same process, leased already: no claim, no second reading. What does not fit waits in the inbox like what other instances accepted.
/// A process that dies with events in hand leaves leased rows, which others take over as they do after any death.
/// </summary>
internal sealed class Handover(Database database, Instance instance, TimeProvider time)
{
    /// <summary>More than the workers take within seconds belongs into the inbox, where other instances find it.</summary>
    private const int MostInHand = 4 * Signals.TurnWorkers;

    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<InboundEvent> _inHand = new();
    private int _reserved;
    private int _turns;
    private long _news = 1;
    private long _looked;

    /// <summary>Workers of this process take what is handed over.</summary>
    public bool IsOpen { get; set; }

    /// <summary>There may be rows in the inbox that nobody was handed.</summary>
    public bool MayWait
    {
        get
        {
            lock (_lock)
            {
                return _news != _looked;
            }
        }
    }

    /// <returns>The lease to ask for; null when the event is to wait in the inbox. On PostgreSQL always: there two instances may accept events of one lane at the same moment.</returns>
    public (DateTimeOffset Until, Guid Owner)? Reserve()
    {
        if (!IsOpen || database.IsPostgres)
        {
            return null;
        }

        if (Interlocked.Increment(ref _reserved) > MostInHand)
        {
            Interlocked.Decrement(ref _reserved);
            return null;
        }

        return (time.GetUtcNow() + InboxQueries.Lease, instance.Id);
    }

    /// <summary>After <see cref="Reserve"/> gave a lease: the event itself if it was kept as leased, else null.</summary>
    public void Hand(InboundEvent? leased)
    {
        if (leased is null)
        {
            Interlocked.Decrement(ref _reserved);
        }
        else
        {
            _inHand.Enqueue(leased);
        }
    }

    public InboundEvent? Take()
    {
        if (!_inHand.TryDequeue(out var next))
        {
            return null;
        }

        Interlocked.Decrement(ref _reserved);
        return next;
    }

    /// <summary>Something was left waiting in the inbox, or may have been by others.</summary>
    public void Left()
    {
        lock (_lock)
        {
            _news++;
        }
    }

    /// <summary>A worker takes a turn or looks for one, until <see cref="End"/>.</summary>
    /// <returns>What is known to wait by now, for <see cref="End"/>.</returns>
    public long Begin()
    {
        lock (_lock)
        {
            _turns++;
            return _news;
        }
    }

    /// <summary>
    /// Until something is left waiting again nobody needs to look, once a look found nothing free, nothing was left meanwhile, and no turn of ours holds the lane of what waits.
    /// </summary>
    /// <param name="foundNothing">The inbox was looked into, and nothing was free.</param>
    public void End(long begun, bool foundNothing)
    {
        lock (_lock)
        {
            _turns--;
            if (!foundNothing)
            {
                _news += _news != _looked ? 1 : 0;
            }
            else if (_turns == 0 && _news == begun)
            {
                _looked = _news;
            }
        }
    }
}
