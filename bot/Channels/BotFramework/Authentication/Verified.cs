using System.Collections.Frozen;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>What an Authorization header turned out to be.</summary>
internal abstract record Verified
{
    /// <summary>The token holds: it is known who posts. For which activities they may speak is asked of <see cref="MaySpeakFor"/>.</summary>
    /// <param name="IsChannel">The token is a channel's; else it was got with the bot's own credentials (Emulator, Playground).</param>
    /// <param name="ServiceUrl">The claim "serviceurl"; null when there is none.</param>
    /// <param name="Endorsements">Channels that the signing key is endorsed for; null when the key names none.</param>
    public sealed record Caller(bool IsChannel, string? ServiceUrl, FrozenSet<string>? Endorsements) : Verified
    {
        /// <summary>Whether this caller may post this activity. The service URL must be allowed too: <see cref="ServiceHosts"/>. Source: facts/bot-framework.md 2.2.</summary>
        /// <returns>Null when it may; else one of <see cref="Reasons"/>.</returns>
        public string? MaySpeakFor(Activity activity) =>
            !IsChannel ? null
            // An activity that names no channel would pass by every endorsement: channels must name theirs (1.2), so it is refused.
            : activity.ChannelId is not { } channel || Endorsements?.Contains(channel) != true ? Reasons.NoEndorsement
            : ServiceUrl is null || activity.ServiceUrl is null ? Reasons.NoServiceUrl
            : Trimmed(ServiceUrl).Equals(Trimmed(activity.ServiceUrl), StringComparison.OrdinalIgnoreCase) ? null
            : Reasons.WrongServiceUrl;

        // The Playground writes service URLs without the last slash, Teams with it.
        private static ReadOnlySpan<char> Trimmed(string url) => url.EndsWith('/') ? url.AsSpan(..^1) : url;
    }

    /// <param name="Reason">One of <see cref="Reasons"/>; never a part of the token.</param>
    public sealed record Refused(string Reason) : Verified;
}

/// <summary>Why a post is refused: short words that stay the same, for logs and counters.</summary>
internal static class Reasons
{
    public const string NoApp = "no-app-id";
    public const string NoToken = "no-token";
    public const string NotBearer = "not-bearer";
    public const string Garbage = "garbage";
    public const string WrongAlgorithm = "wrong-algorithm";
    public const string WrongIssuer = "wrong-issuer";
    public const string WrongAudience = "wrong-audience";
    public const string NoExpiry = "no-expiry";
    public const string Expired = "expired";
    public const string NotYetValid = "not-yet-valid";

    /// <summary>The published keys could not be read yet.</summary>
    public const string NoKeys = "no-keys";
    public const string UnknownKey = "unknown-key";

    /// <summary>The key signs for another tenant than the one that the token says it is from.</summary>
    public const string KeyOfAnotherIssuer = "key-of-another-issuer";
    public const string BadSignature = "bad-signature";

    /// <summary>A token of our tenant for us, but asked for by another app: a skill or an agent.</summary>
    public const string AnotherApp = "another-app";

    /// <summary>A person's token of our own app, as the web pages get: it says who reads, not that the bot posts.</summary>
    public const string PersonsToken = "persons-token";

    /// <summary>Where a person's token is asked for: it speaks for a program, or for nobody.</summary>
    public const string NoPerson = "no-person";

    /// <summary>Signed for one tenant, about a person of another.</summary>
    public const string AnotherTenant = "another-tenant";
    public const string NoEndorsement = "no-endorsement";
    public const string NoServiceUrl = "no-service-url";
    public const string WrongServiceUrl = "wrong-service-url";
    public const string BadServiceUrl = "bad-service-url";
    public const string HostNotAllowed = "host-not-allowed";
}
