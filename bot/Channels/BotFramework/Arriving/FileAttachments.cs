using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>The file that came with a message. Teams adds an HTML copy of the text as an attachment, which is none. Source: facts/bot-framework.md 1.5 and 5.6.</summary>
internal static class FileAttachments
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <returns>Null when no file came; the first when there are several.</returns>
    public static RemoteFileContent? Find(Activity activity) => activity.Attachments?.Select(Read).OfType<RemoteFileContent>().FirstOrDefault();

    private static RemoteFileContent? Read(Attachment attachment) => attachment switch
    {
        { ContentType: DownloadInfo, Content: { ValueKind: JsonValueKind.Object } content } when content.TryGetProperty("downloadUrl", out var url) && url.GetString() is { Length: > 0 } source =>
            new RemoteFileContent(source, NameOf(attachment, content), "application/octet-stream"),
        { ContentType: { Length: > 0 } type, ContentUrl: { Length: > 0 } url, Name.Length: > 0 } when !type.StartsWith("text/html", StringComparison.Ordinal) && !type.StartsWith("application/vnd.", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal) =>
            new RemoteFileContent(url, Path.GetFileName(attachment.Name), type),
        _ => null,
    };

    private static string NameOf(Attachment attachment, JsonElement content) =>
        Path.GetFileName(attachment.Name) is { Length: > 0 } name ? name
        : content.TryGetProperty("fileType", out var type) && type.GetString() is { Length: > 0 } extension ? $"file.{extension}"
        : "file";
}
