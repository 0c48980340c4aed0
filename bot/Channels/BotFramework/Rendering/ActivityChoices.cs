using System.Text.Json;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>What a pressed button of ours says, read back. Everything in it came over the wire: the caller checks the person, the version and the nonce.</summary>
/// <param name="Values">What was picked; at least one.</param>
internal sealed record ActivityChoices(Guid Delivery, string Target, int Version, string Nonce, IReadOnlyList<string> Values)
{
    /// <summary>All our data is under this one name, so that nobody else's is taken for ours.</summary>
    public const string Key = "mentorbot";

    /// <param name="value">The value of an adaptiveCard/action invoke (its action's data is looked into), or of a message that Action.Submit sent.</param>
    /// <returns>Null for anything that no button of ours sends.</returns>
    public static ActivityChoices? Read(JsonElement value)
    {
        var data = Object(Object(value, "action"), "data") ?? (value.ValueKind == JsonValueKind.Object ? value : null);
        if (Object(data, Key) is not { } ours ||
            !Guid.TryParse(Text(ours, "delivery"), out var delivery) ||
            Text(ours, "target") is not { Length: > 0 } target ||
            Text(ours, "nonce") is not { Length: > 0 } nonce ||
            !ours.TryGetProperty("version", out var number) || !TryInteger(number, out var version))
        {
            return null;
        }

        IReadOnlyList<string> values = Text(ours, "value") is { } pressed ? [pressed]
            : Text(ours, "input") is { } input && Text(data!.Value, input) is { } picked ? [.. picked.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Uri.UnescapeDataString)]
            : [];
        return values.Count == 0 ? null : new ActivityChoices(delivery, target, version, nonce, values);
    }

    private static JsonElement? Object(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    /// <summary>Some clients send every value as text.</summary>
    private static bool TryInteger(JsonElement number, out int value)
    {
        value = 0;
        return number.ValueKind == JsonValueKind.Number ? number.TryGetInt32(out value)
            : number.ValueKind == JsonValueKind.String && int.TryParse(number.GetString(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out value);
    }
}
