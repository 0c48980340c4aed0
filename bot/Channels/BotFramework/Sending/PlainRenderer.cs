using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>An activity's card as plain text, for where the card is not taken: whoever draws a card puts its words beside it.</summary>
internal static class PlainRenderer
{
    /// <returns>Null where there is no card, or none that says its words.</returns>
    public static Activity? Of(Activity activity) =>
        activity.Attachments is [{ Content: { ValueKind: JsonValueKind.Object } card } attachment, ..] && Words(card) is { Length: > 0 } words
            ? activity with { Attachments = null, InputHint = null, Text = attachment.Name is { } file ? $"{file}: {words}" : words, TextFormat = "plain" }
            : null;

    private static string? Words(JsonElement card) =>
        card.TryGetProperty("fallbackText", out var plain) || card.TryGetProperty("description", out plain) ? plain.GetString() : null;
}
