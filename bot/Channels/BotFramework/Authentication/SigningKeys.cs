namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>The published keys of the two kinds of callers, kept as <see cref="KeyCache"/> says.</summary>
internal sealed class SigningKeys
{
    /// <param name="http">Kept for the life of the process: its handler must renew its connections.</param>
    public SigningKeys(BotFrameworkOptions options, HttpClient http, TimeProvider time, ILogger<SigningKeys> logger)
    {
        Issuers = new TrustedIssuers(options);
        Channel = new KeyCache(Issuers.ChannelMetadata, http, time, logger);
        Entra = Issuers.EntraMetadata == Issuers.ChannelMetadata ? Channel : new KeyCache(Issuers.EntraMetadata, http, time, logger);
    }

    public TrustedIssuers Issuers { get; }

    /// <summary>Keys of the channel's tokens.</summary>
    public KeyCache Channel { get; }

    /// <summary>Keys of the tokens that the bot's own credentials get.</summary>
    public KeyCache Entra { get; }
}
