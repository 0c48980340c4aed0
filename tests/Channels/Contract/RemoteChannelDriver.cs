using System.Net;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>A channel that is spoken to over HTTP.</summary>
internal abstract class RemoteChannelDriver(TestMentor mentor, KeptLog log) : ChannelDriver(mentor, log)
{
    /// <param name="key">The channel's own id of the message: the same for every repeat.</param>
    public abstract Task<HttpStatusCode> PostAsync(string text, string key);

    /// <summary>The same from somebody who proves nothing.</summary>
    public abstract Task<HttpStatusCode> PostUnsignedAsync(string text);
}
