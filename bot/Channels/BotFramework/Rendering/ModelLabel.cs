using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// What Teams shows where a model wrote words of a message: its label, the sources, and buttons for feedback. Nothing that rules computed carries it.
/// Source: facts/bot-framework.md 5.5 (one such entity at most; feedbackLoop alone).
/// </summary>
internal static class ModelLabel
{
    private const int MostCitations = 20;
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <returns>The activity as it is where no part of the message says that a model wrote it.</returns>
    public static Activity On(Activity activity, Message message)
    {
        var written = message.Parts.OfType<TextPart>().Select(t => t.WrittenByModel).OfType<ModelWords>().ToList();
        return written.Count == 0 ? activity : activity with
        {
            Entities = [.. activity.Entities ?? [], Entity(written.SelectMany(w => w.Citations).DistinctBy(c => c.Position).OrderBy(c => c.Position).Take(MostCitations))],
            ChannelData = (activity.ChannelData ?? new ChannelData()) with { FeedbackLoop = new FeedbackLoop("default") },
        };
    }

    private static Entity Entity(IEnumerable<Citation> citations)
    {
        var other = new Dictionary<string, JsonElement>
        {
            ["@type"] = JsonElement.Parse("\"Message\""),
            ["@context"] = JsonElement.Parse("\"https://schema.org\""),
            ["additionalType"] = JsonElement.Parse("[\"AIGeneratedContent\"]"),
        };
        var claims = new JsonArray([.. citations.Select(Claim)]);
        if (claims.Count > 0)
        {
            other["citation"] = JsonElement.Parse(claims.ToJsonString());
        }

        return new Entity { Type = "https://schema.org/Message", Other = other };
    }

    private static JsonObject Claim(Citation citation)
    {
        var appearance = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = Cut(citation.Name, LongestName), ["abstract"] = Cut(citation.Abstract, LongestAbstract) };
        if (citation.Url is { } url)
        {
            appearance["url"] = url;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = citation.Position, ["appearance"] = appearance };
    }

    private static string Cut(string words, int most) => words.Length <= most ? words : words[..(char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1)] + "…";
}
