using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// What Teams shows where a model wrote the words: its label, and buttons for feedback. Nothing a rule computed carries it. Source: facts/bot-framework.md 5.5 (one such entity at most; feedbackLoop alone).
/// </summary>
internal static class ModelLabel
{
    private static readonly Entity Label = new()
    {
        Type = "https://schema.org/Message",
        Other = new Dictionary<string, JsonElement>
        {
            ["@type"] = JsonElement.Parse("\"Message\""),
            ["@context"] = JsonElement.Parse("\"https://schema.org\""),
            ["additionalType"] = JsonElement.Parse("[\"AIGeneratedContent\"]"),
        },
    };

    public static Activity Authored(Activity activity) => activity with
    {
        Entities = [.. activity.Entities ?? [], Label],
        ChannelData = (activity.ChannelData ?? new ChannelData()) with { FeedbackLoop = new FeedbackLoop("default") },
    };
}
