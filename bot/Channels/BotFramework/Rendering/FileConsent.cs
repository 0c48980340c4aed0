using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>The card that offers a file on Teams, and what comes back when the person answers it. Source: facts/bot-framework.md 1.4, 1.5 and 5.6.</summary>
internal sealed record FileConsent(Guid FileId, string Name, bool Accepted, string UploadUrl, string ContentUrl, string UniqueId, string FileType)
{
    private const string Card = "application/vnd.microsoft.teams.card.file.consent";

    public static Attachment Offer(FilePart file, string description)
    {
        var context = new { file = file.FileId.ToString("N"), name = file.Name };
        return new Attachment
        {
            ContentType = Card,
            Name = file.Name,
            Content = JsonSerializer.SerializeToElement(new { description, sizeInBytes = file.Length, acceptContext = context, declineContext = context }),
        };
    }

    /// <param name="value">Of a fileConsent/invoke.</param>
    /// <returns>Null when it is none of ours.</returns>
    public static FileConsent? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } v || !v.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object || !Guid.TryParse(Text(context, "file"), out var file))
        {
            return null;
        }

        var upload = v.TryGetProperty("uploadInfo", out var info) && info.ValueKind == JsonValueKind.Object ? info : default;
        return new FileConsent(file, Text(context, "name"), Text(v, "action") == "accept", Text(upload, "uploadUrl"), Text(upload, "contentUrl"), Text(upload, "uniqueId"), Text(upload, "fileType"));
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
