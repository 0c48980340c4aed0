using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Tests.Drivers;

/// <summary>What can be pressed on a card, as a client would send it: buttons, and lists whose entries are picked one by one.</summary>
internal static class CardPresses
{
    /// <returns>In reading order; the data is an action's, with the picked input merged in.</returns>
    public static IReadOnlyList<(string Label, JsonElement Data)> Of(Activity activity) =>
        activity.Attachments is [{ Content: { ValueKind: JsonValueKind.Object } card }] ? [.. Presses(JsonNode.Parse(card.GetRawText())!)] : [];

    private static IEnumerable<(string Label, JsonElement Data)> Presses(JsonNode card)
    {
        var nodes = Nodes(card).ToList();
        foreach (var action in nodes.Where(n => Text(n, "type") == "Action.Execute"))
        {
            var data = action["data"]!;
            if (Text(data["mentorbot"]!.AsObject(), "input") is not { } input)
            {
                yield return (Text(action, "title")!, JsonSerializer.SerializeToElement(data));
                continue;
            }

            foreach (var choice in nodes.First(n => Text(n, "type") == "Input.ChoiceSet" && Text(n, "id") == input)["choices"]!.AsArray())
            {
                var merged = data.DeepClone().AsObject();
                merged[input] = choice!["value"]!.DeepClone();
                yield return (choice["title"]!.GetValue<string>(), JsonSerializer.SerializeToElement(merged));
            }
        }
    }

    /// <summary>Every object of the card, a fallback's left out: it is the same button again.</summary>
    private static IEnumerable<JsonObject> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Key != "fallback" && p.Value is not null).SelectMany(p => Nodes(p.Value!)).Prepend(o),
        JsonArray a => a.Where(i => i is not null).SelectMany(i => Nodes(i!)),
        _ => [],
    };

    private static string? Text(JsonObject o, string name) => o[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
