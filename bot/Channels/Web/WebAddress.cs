using MentorBot.Messages;

namespace MentorBot.Channels.Web;

/// <summary>One talk per person, whichever browser they open.</summary>
internal static class WebAddress
{
    public const string Channel = "web";

    public const string Workspace = "local";

    public static Address Of(Guid personId) => new(Channel, Workspace, Conversation(personId));

    /// <summary>The page makes its keys itself; the person's id before it keeps two people's apart.</summary>
    public static string Key(Guid personId, string pageKey) => $"{Conversation(personId)}:{pageKey}";

    public static string PageKey(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static string Conversation(Guid personId) => personId.ToString("N");
}
