using System.Text.Json.Nodes;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>Elements of an Adaptive Card 1.5, as few fields as they need. Source: facts/bot-framework.md 5.1 and the published schema.</summary>
internal static class CardJson
{
    /// <param name="markdown">Already escaped for a card.</param>
    public static JsonObject TextBlock(string markdown) => new() { ["type"] = "TextBlock", ["text"] = markdown, ["wrap"] = true };

    public static JsonObject Heading(string words)
    {
        var block = TextBlock(TeamsMarkdown.Plain(words, card: true));
        block["weight"] = "Bolder";
        return block;
    }

    /// <summary>What the channel adds beside the message's own words: always subtle, and nothing else is.</summary>
    public static JsonObject Aside(string words)
    {
        var block = TextBlock(TeamsMarkdown.Plain(words, card: true));
        block["isSubtle"] = true;
        block["size"] = "Small";
        block["spacing"] = "None";
        return block;
    }

    public static JsonObject Container(params IEnumerable<JsonObject> items) => new() { ["type"] = "Container", ["items"] = Array(items) };

    public static JsonObject FactSet(IEnumerable<(string Title, string Value)> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = Array(facts.Select(f => new JsonObject { ["title"] = TeamsMarkdown.Plain(f.Title, card: true), ["value"] = TeamsMarkdown.Plain(f.Value, card: true) })),
    };

    public static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
