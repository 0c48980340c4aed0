namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// Keeps our sends under the channel's limits, per conversation and per tenant. Counted in this process only: with several instances that send, each counts its
/// own, so that the rates in the settings are to be divided by their number. Conversations that nothing was sent to for an hour are forgotten.
/// </summary>
internal sealed class Pacing(ConnectorRates rates, TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<string, Pace> _conversations = [];
    private readonly Dictionary<string, Pace> _tenants = [];
    private TimeSpan _swept;

    private readonly RateLimit[] _perConversation =
    [
        new(rates.ConversationPerSecond, Second), new(rates.ConversationPerTwoSeconds, 2 * Second),
        new(rates.ConversationPerHalfMinute, 30 * Second), new(rates.ConversationPerHour, Hour),
    ];

    private readonly RateLimit[] _perTenant = [new(rates.TenantPerSecond, Second)];

    /// <summary>Broadcasts leave a fifth of the tenant's rate to those who wait for an answer.</summary>
    private readonly RateLimit[] _perTenantForBroadcasts = [new(Math.Max(1, rates.TenantPerSecond * 4 / 5), Second)];

    /// <summary>Conversations and tenants that are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
            {
                return _conversations.Count + _tenants.Count;
            }
        }
    }

    /// <summary>Asks for one send, which counts as made when the answer is zero.</summary>
    /// <param name="broadcast">Thousands may ask at once: each is given a turn of its own, so that they do not all come back at the same moment.</param>
    /// <returns>Zero, or how long to wait before asking again; whole milliseconds.</returns>
    public TimeSpan Wait(string tenant, string conversation, bool broadcast = false)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            ForgetIdle(now);
            var ofConversation = Of(_conversations, conversation);
            var ofTenant = Of(_tenants, tenant);
            var tenantFree = ofTenant.Sent.FreeAt(now, broadcast ? _perTenantForBroadcasts : _perTenant);
            var conversationFree = Later(ofConversation.Sent.FreeAt(now, _perConversation), ofConversation.NotBefore);
            if (tenantFree <= now && conversationFree <= now)
            {
                ofConversation.Sent.Add(now, _perConversation);
                ofTenant.Sent.Add(now, _perTenant);
                return TimeSpan.Zero;
            }

            if (broadcast && tenantFree > now)
            {
                ofTenant.NotBefore = Later(ofTenant.NotBefore + (Second / _perTenantForBroadcasts[0].Most), tenantFree);
                tenantFree = ofTenant.NotBefore;
            }

            return TimeSpan.FromMilliseconds(Math.Ceiling((Later(tenantFree, conversationFree) - now).TotalMilliseconds));
        }
    }

    /// <summary>The channel itself said "not before": nothing goes to this conversation until then.</summary>
    public void Pause(string conversation, TimeSpan wait)
    {
        lock (_lock)
        {
            var pace = Of(_conversations, conversation);
            pace.NotBefore = Later(pace.NotBefore, time.GetElapsedTime(_start) + wait);
        }
    }

    private static Pace Of(Dictionary<string, Pace> paces, string key)
    {
        if (!paces.TryGetValue(key, out var pace))
        {
            paces[key] = pace = new Pace();
        }

        return pace;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private void ForgetIdle(TimeSpan now)
    {
        if (now - _swept < Sweep)
        {
            return;
        }

        _swept = now;
        foreach (var paces in (ReadOnlySpan<Dictionary<string, Pace>>)[_conversations, _tenants])
        {
            foreach (var (key, pace) in paces)
            {
                if (pace.NotBefore <= now && (pace.Sent.Count == 0 || pace.Sent.Newest + Hour < now))
                {
                    paces.Remove(key);
                }
            }
        }
    }

    private sealed class Pace
    {
        public SlidingWindows Sent { get; } = new();

        public TimeSpan NotBefore { get; set; }
    }
}
