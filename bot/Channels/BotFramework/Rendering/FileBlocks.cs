using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>A file where none can be handed over, in a group chat or a channel: its name, its size, and a link to the private chat, where it can.</summary>
internal sealed class FileBlocks(Texts texts, Cloud cloud)
{
    /// <param name="bot">Our id, "28:{app id}"; null where it is not known.</param>
    public CardBlock Of(FilePart part, string? bot, string locale)
    {
        var voice = new Voice(locale, AddressForm.Vous);
        List<JsonObject> lines = [CardJson.Heading(part.Name), CardJson.Aside(texts.Say(voice, "teams.file", ("size", Size(part.Length, locale))))];
        if (bot is { Length: > 0 })
        {
            var link = CardJson.Aside("");
            link["text"] = $"[{texts.Say(voice, "teams.private-chat")}](https://{cloud.TeamsHosts[0]}/l/chat/0/0?users={Uri.EscapeDataString(bot)})";
            lines.Add(link);
        }

        return CardBlock.Whole(CardJson.Container(lines), part.ToPlainText());
    }

    private static string Size(long bytes, string locale)
    {
        var french = locale == Locales.French;
        var (value, unit) = bytes switch
        {
            < 1000 => (bytes, french ? "o" : "B"),
            < 1_000_000 => (bytes / 1e3, french ? "Ko" : "KB"),
            _ => (bytes / 1e6, french ? "Mo" : "MB"),
        };
        return $"{NumberWriter.For(locale).Number(value, value < 10 && bytes >= 1000 ? 1 : 0)}\u00A0{unit}";
    }
}
