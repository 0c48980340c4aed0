using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// One quiet line under a message that goes out a second time because nobody knows whether it arrived the first time: without it, who finds it twice would
/// wonder whether they did something twice. Rule 3 of the design.
/// </summary>
internal static class PossibleRepeat
{
    public static Activity Mark(Activity activity, string line) =>
        activity.Attachments is [{ Content: { } content } card, ..] && JsonNode.Parse(content.GetRawText()) is JsonObject { } drawn && drawn["body"] is JsonArray body
            ? activity with { Attachments = [card with { Content = Marked(drawn, body, line) }] }
            : activity with { Text = $"{activity.Text}\n\n_{line}_" };

    private static JsonElement Marked(JsonObject card, JsonArray body, string line)
    {
        body.Add((JsonNode)new JsonObject { ["type"] = "TextBlock", ["text"] = line, ["isSubtle"] = true, ["size"] = "Small", ["wrap"] = true, ["spacing"] = "Medium" });
        card["fallbackText"] = $"{card["fallbackText"]?.GetValue<string>()}\n{line}";
        return JsonElement.Parse(card.ToJsonString());
    }
}
