using System.Text;
using System.Text.Json;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>Messages as deliveries, and activities as bytes on the wire.</summary>
internal static class Sent
{
    public static readonly ActivityRenderer Renderer = new(Texts.Load(FlowTable.Prompts));

    public static Delivery Delivery(Message message, DeliveryClass @class = DeliveryClass.Reply) => new()
    {
        Id = Guid.Parse("0199b0a0-0000-7000-8000-000000000001"),
        OrganisationId = Guid.Empty,
        Key = "reply:1",
        Class = @class,
        PersonId = null,
        Channel = "msteams",
        Workspace = "tenant",
        Conversation = "a:1",
        Body = message.ToJson(),
        DueAt = DateTimeOffset.UnixEpoch,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public static IReadOnlyList<Activity> Render(Message message, DeliveryClass @class = DeliveryClass.Reply) => Renderer.Render(Delivery(message, @class));

    /// <summary>The card of the only activity.</summary>
    public static JsonElement Card(Message message) => CardOf(Assert.Single(Render(message)))!.Value;

    /// <summary>One or several: a message with many pictures takes more than one card.</summary>
    public static IReadOnlyList<JsonElement> Cards(Message message) => [.. Render(message).Select(CardOf).OfType<JsonElement>()];

    public static JsonElement? CardOf(Activity activity) => activity.Attachments is [{ Content: { } card }] ? card : null;

    public static string Json(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);

    /// <summary>Bytes as sent, and of them those that are pictures.</summary>
    public static (int All, int Pictures) Size(Activity activity) =>
        (Encoding.UTF8.GetByteCount(Json(activity)), CardOf(activity) is { } card ? Elements(card).Sum(e => Word(e, "url").StartsWith("data:", StringComparison.Ordinal) ? Word(e, "url").Length : 0) : 0);

    /// <summary>Every object of the card that has a type, however deep.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement from) => from.ValueKind switch
    {
        JsonValueKind.Object => (from.TryGetProperty("type", out _) ? [from] : Array.Empty<JsonElement>()).Concat(from.EnumerateObject().SelectMany(p => Elements(p.Value))),
        JsonValueKind.Array => from.EnumerateArray().SelectMany(Elements),
        _ => [],
    };

    public static IEnumerable<JsonElement> OfType(JsonElement card, string type) => Elements(card).Where(e => Word(e, "type") == type);

    public static string Word(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static ChoicesPart Choices(int count, int letters = 8, bool many = false) =>
        new("flow:1", 3, "nonce-1", [.. Enumerable.Range(1, count).Select(i => new Choice($"v{i}", $"{i} ".PadRight(letters, 'x')))], many);
}
