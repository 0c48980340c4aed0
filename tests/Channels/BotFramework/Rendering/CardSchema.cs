using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>
/// Cards held against a schema, after what only Teams knows was taken out: each Chart.* replaced by its fallback, the card's "msteams" field removed.
/// Two schemas: ours, of the elements that we send and no others; and the published one of Adaptive Cards 1.5 (see tests/Contracts/schemas).
/// </summary>
internal sealed class CardSchema
{
    private readonly JsonSchema _schema;

    private CardSchema(string path) => _schema = JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult();

    public static CardSchema OurCards { get; } = new(Path.Combine(Here(), "Contracts", "schemas", "cards-we-send.json"));

    public static CardSchema Published { get; } = new(Path.Combine(Here(), "Contracts", "schemas", "adaptive-card-1.5.0.json"));

    public IEnumerable<string> Faults(JsonElement card) => _schema.Validate(Plain(card).ToJsonString()).Select(f => $"{f.Path}: {f.Kind}");

    private static JsonObject Plain(JsonElement card)
    {
        var plain = (JsonObject)Replaced(JsonNode.Parse(card.GetRawText())!);
        plain.Remove("msteams");
        return plain;
    }

    private static JsonNode Replaced(JsonNode node)
    {
        switch (node)
        {
            case JsonObject o when o["type"]?.GetValueKind() == JsonValueKind.String && ((string)o["type"]!).StartsWith("Chart.", StringComparison.Ordinal):
                return o["fallback"]!.DeepClone();
            case JsonObject o:
                return new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Replaced(p.Value))));
            case JsonArray a:
                return new JsonArray([.. a.Select(i => i is null ? null : Replaced(i))]);
            default:
                return node.DeepClone();
        }
    }

    /// <returns>The folder of the tests.</returns>
    private static string Here([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
