using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Channels.Web;

/// <summary>On the web the transcript in our own database is the channel: a row that is Sent is on the page.</summary>
internal sealed class WebSender(Signals signals) : IChannelSender
{
    public string Channel => WebAddress.Channel;

    public bool IsTranscript => true;

    public Address? FirstAddress(Identity identity) => WebAddress.Of(identity.PersonId);

    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.PersonId is { } person)
        {
            signals.TranscriptChanged(person);
        }

        return Task.FromResult<SendResult>(new SendResult.Sent(null));
    }
}
