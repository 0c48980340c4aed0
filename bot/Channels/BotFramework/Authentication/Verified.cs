using System.Collections.Frozen;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Who a token says is calling.</summary>
internal abstract record Verified
{
    /// <summary>The signature, the issuer, the audience and the time are right; what the activity says is still to be held against it.</summary>
    /// <param name="ServiceUrl">The token's claim; null on the bot's own credentials, which name none.</param>
    /// <param name="Endorsements">Of the signing key; null on the bot's own credentials.</param>
    internal sealed record Caller(string? ServiceUrl, FrozenSet<string>? Endorsements) : Verified
    {
        /// <returns>Null when the caller may speak for this activity; else why not, as a word for the log.</returns>
        public string? MaySpeakFor(Activity activity) =>
            Endorsements is null ? null
            : activity.ChannelId is { Length: > 0 } channel && !Endorsements.Contains(channel) ? "no-endorsement"
            : Endorsements.Count == 0 ? "no-endorsement"
            : ServiceUrl is null ? "no-service-url"
            : !string.Equals(OneSlashLess(ServiceUrl), OneSlashLess(activity.ServiceUrl ?? ""), StringComparison.OrdinalIgnoreCase) ? "wrong-service-url"
            : null;

        private static ReadOnlySpan<char> Trim(string url) => url.EndsWith('/') ? url.AsSpan(0, url.Length - 1) : url;

        private static string OneSlashLess(string url) => Trim(url).ToString();
    }

    /// <param name="Reason">A stable word for the log; never anything of the token.</param>
    internal sealed record Refused(string Reason) : Verified;
}
