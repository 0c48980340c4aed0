using MentorBot.Deliveries;

namespace MentorBot.Channels.Terminal;

/// <summary>On the terminal "sent" means "in the transcript": the running chat reads it from there.</summary>
internal sealed class TerminalSender : IChannelSender
{
    public const string Name = "terminal";

    public string Channel => Name;

    public bool IsTranscript => true;

    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent(null));
}
