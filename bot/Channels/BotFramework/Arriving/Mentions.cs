using System.Text.RegularExpressions;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>In a channel or a group chat the bot is spoken to by "@": its own mention goes, everybody else's stays as a name. Source: facts/bot-framework.md 1.6 and 5.6.</summary>
internal static partial class Mentions
{
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Entities ?? [])
        {
            if (mention is { Type: "mention", Text.Length: > 0 } && mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id)
            {
                text = text.Replace(mention.Text, " ", StringComparison.Ordinal);
            }
        }

        return Spaces().Replace(Tags().Replace(text, "$1"), " ").Trim();
    }

    [GeneratedRegex("<at[^>]*>(.*?)</at>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    /// <summary>Blanks in a row, the no-break ones of a mention too; line breaks stay.</summary>
    [GeneratedRegex(@"[^\S\r\n]+")]
    private static partial Regex Spaces();
}
