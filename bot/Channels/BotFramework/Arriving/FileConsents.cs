using System.Net.Http.Headers;
using System.Text.Json;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>A person took, or did not take, a file that was offered: its bytes go where Teams says, and a card of the file into the talk. Source: facts/bot-framework.md 5.6.</summary>
internal sealed class FileConsents(IHttpClientFactory http, PeopleDirectory people, FileStore files, Connector connector, ServiceHosts hosts, Texts texts)
{
    private const string FileInfo = "application/vnd.microsoft.teams.card.file.info";

    public async Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var said = await TakeAsync(activity, cancellationToken);
        await connector.SendAsync(activity.ServiceUrl!, activity.Conversation!.Id!, null, said, cancellationToken);
        return Results.Json(new { });
    }

    private async Task<Activity> TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var voice = new Voice(Locales.Nearest(activity.Locale) ?? Locales.French, AddressForm.Vous);
        if (FileConsent.Read(activity.Value) is not { } consent)
        {
            return Text(texts.Say(voice, "teams.unknown-action"));
        }

        if (!consent.Accepted)
        {
            return Text(texts.Say(voice, "teams.file-declined", ("name", consent.Name)));
        }

        var arrival = ActivityReader.Arrival(activity, "", new Turns.OpenedContent());
        var person = people.Find(arrival.Address.Channel, arrival.Address.Workspace, arrival.Sender);
        if (person is null || await files.FindAsync(consent.FileId, cancellationToken) is not { } file || file.OwnerId != person.Id)
        {
            return Text(texts.Say(voice, "teams.file-gone", ("name", consent.Name)));
        }

        return await UploadAsync(consent, file, cancellationToken)
            ? new Activity
            {
                Type = ActivityTypes.Message,
                Attachments = [new Attachment { ContentType = FileInfo, ContentUrl = consent.ContentUrl, Name = file.Name, Content = JsonSerializer.SerializeToElement(new { uniqueId = consent.UniqueId, fileType = consent.FileType }) }],
            }
            : Text(texts.Say(voice, "teams.file-failed", ("name", consent.Name)));
    }

    private async Task<bool> UploadAsync(FileConsent consent, StoredFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(consent.UploadUrl, UriKind.Absolute, out var to) || !(to.Scheme == Uri.UriSchemeHttps || (to.IsLoopback && hosts.Allows(to.GetLeftPart(UriPartial.Authority)))))
        {
            return false;
        }

        await using var bytes = await files.OpenAsync(file.Id, cancellationToken);
        using var content = new StreamContent(bytes);
        content.Headers.ContentLength = file.Length;
        content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length);
        using var client = http.CreateClient(RemoteFiles.Client);
        try
        {
            using var answer = await client.PutAsync(to, content, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };
}
