using MentorBot.Messages;

namespace MentorBot.Channels.Web;

/// <summary>One talk per person, whichever browser they open.</summary>
internal static class WebAddress
{
    public const string Channel = "web";

    public const string Workspace = "local";

    public static Address Of(Guid personId) => new(Channel, Workspace, Conversation(personId));

    public static string Conversation(Guid personId) => personId.ToString("N");
}
