using System.Net;
using MentorBot.Deliveries;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>A channel of somebody else's: its calls are signed, ours go over a wire that can refuse, be slow or break.</summary>
internal abstract class SignedChannelDriver(TestMentor mentor, KeptLog log) : RemoteChannelDriver(mentor, log)
{
    /// <summary>Rightly signed, but too long ago.</summary>
    public abstract Task<HttpStatusCode> PostStaleAsync(string text);

    /// <summary>Signed by somebody else.</summary>
    public abstract Task<HttpStatusCode> PostForgedAsync(string text);

    /// <summary>What the channel sends back of our own messages.</summary>
    public abstract Task<HttpStatusCode> PostOwnAsync(string text);

    /// <summary>Every way in which the far side can fail, row by row of its facts sheet.</summary>
    public abstract IReadOnlyList<FarError> Errors { get; }

    /// <summary>How the far side answers from now on; null as if nothing were wrong.</summary>
    public abstract void Answer(FarError? error);

    /// <summary>The person says something and is answered, once: no second try.</summary>
    public abstract Task<Delivery> AskAsync();
}

/// <summary>One row of a channel's table of errors.</summary>
/// <param name="Name">Status and code, or what happens to the connection.</param>
/// <param name="State">What becomes of a reply: Failed, Queued (for later), Sent.</param>
/// <param name="Reason">Key in the texts of "deliveries"; null unless Failed.</param>
/// <param name="MayHaveArrived">Queued, but as a possible repeat.</param>
internal sealed record FarError(string Name, FakeAnswer Answer, DeliveryState State, string? Reason = null, bool MayHaveArrived = false);
