using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>
/// A person took, or did not take, a file that was offered: its bytes go where Teams says, a card of the file into the talk, and the offer out of it. What did not go through is said and offered
/// anew, since an upload address lives shortly and only a new offer brings a new one. Source: facts/bot-framework.md 3.5, 5.6.
/// </summary>
internal sealed class FileConsents(
    IHttpClientFactory http, PeopleDirectory people, PersonVoices voices, FileStore files, Connector connector, ActivityRenderer renderer, ServiceHosts hosts, Texts texts, TimeProvider time, ILogger<FileConsents> logger)
{
    private const string FileInfo = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Teams waits for the answer meanwhile.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromSeconds(8);

    /// <summary>Teams repeats what it got no answer to; longer than this it does not.</summary>
    private static readonly TimeSpan RepeatsWithin = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Lazy<Task> Work)> _answered = [];

    /// <summary>The same answer again, under another id or not, is the same answer (anchors.md T7). Each that the person gives has an upload address of its own.</summary>
    public async Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var consent = FileConsent.Read(activity.Value);
        var now = time.GetUtcNow();
        foreach (var (old, _) in _answered.Where(a => a.Value.At + RepeatsWithin < now))
        {
            _answered.TryRemove(old, out _);
        }

        var key = consent is null ? $"{activity.Conversation!.Id}|{activity.Id}" : $"{activity.Conversation!.Id}|{consent.FileId:N}|{consent.Accepted}|{(consent.Accepted ? consent.UploadUrl : activity.ReplyToId)}";
        await _answered.GetOrAdd(key, _ => (now, new Lazy<Task>(() => TakeAsync(activity, consent, CancellationToken.None)))).Work.Value.WaitAsync(cancellationToken);
        return Results.Json(new { });
    }

    private async Task TakeAsync(Activity activity, FileConsent? consent, CancellationToken cancellationToken)
    {
        var arrival = ActivityReader.Arrival(activity, "", new OpenedContent());
        var person = people.Find(arrival.Address.Channel, arrival.Address.Workspace, arrival.Sender);
        var voice = person is not null && await voices.FindAsync(person.Id, cancellationToken) is { } known ? known.Voice : new Voice(Locales.Nearest(activity.Locale) ?? Locales.French, AddressForm.Vous);
        if (consent is null)
        {
            await SayAsync(activity, Text(texts.Say(voice, "teams.unknown-action")), cancellationToken);
            return;
        }

        foreach (var said in await AnswersAsync(consent, person, voice, cancellationToken))
        {
            await SayAsync(activity, said, cancellationToken);
        }

        if (activity.ReplyToId is { } offer)
        {
            await connector.DeleteAsync(activity.ServiceUrl!, activity.Conversation!.Id!, offer, cancellationToken);
        }
    }

    private Task SayAsync(Activity to, Activity said, CancellationToken cancellationToken) =>
        connector.SendAsync(to.ServiceUrl!, to.Conversation!.Id!, null, said with { From = to.Recipient, Conversation = new ConversationAccount { Id = to.Conversation.Id } }, cancellationToken);

    private async Task<IReadOnlyList<Activity>> AnswersAsync(FileConsent consent, PersonCard? person, Voice voice, CancellationToken cancellationToken)
    {
        if (!consent.Accepted)
        {
            return [Text(texts.Say(voice, "teams.file-declined", ("name", consent.Name)))];
        }

        if (person is null || await files.FindAsync(consent.FileId, cancellationToken) is not { } file || file.OwnerId != person.Id)
        {
            return [Text(texts.Say(voice, "teams.file-gone", ("name", consent.Name)))];
        }

        return await UploadAsync(consent, file) is { } refusal
            ? [Text(texts.Say(voice, refusal, ("name", file.Name))), renderer.Offer(new FilePart(file.Id, file.Name, file.MediaType, file.Length), voice.Locale)]
            : [new Activity
            {
                Type = ActivityTypes.Message,
                Attachments = [new Attachment { ContentType = FileInfo, ContentUrl = consent.ContentUrl, Name = file.Name, Content = JsonSerializer.SerializeToElement(new { uniqueId = consent.UniqueId, fileType = consent.FileType }) }],
            }];
    }

    /// <returns>Null when the file is where it should be; else the text that says why not.</returns>
    private async Task<string?> UploadAsync(FileConsent consent, StoredFile file)
    {
        if (!RemoteFiles.MayReach(consent.UploadUrl, hosts))
        {
            return "teams.file-failed";
        }

        using var limit = new CancellationTokenSource(LongestUpload, time);
        try
        {
            var status = await PutAsync(consent.UploadUrl, file, limit.Token);
            // The whole file under its own range: the same bytes again do no harm.
            status = status is 429 or 502 or 503 or 504 ? await PutAsync(consent.UploadUrl, file, limit.Token) : status;
            if (status is >= 200 and < 300)
            {
                return null;
            }

            Log.NotUploaded(logger, file.Id, status);
            return status is 401 or 403 or 404 or 410 ? "teams.file-expired" : "teams.file-failed";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Log.NotUploaded(logger, file.Id, 0);
            return "teams.file-failed";
        }
    }

    private async Task<int> PutAsync(string url, StoredFile file, CancellationToken cancellationToken)
    {
        await using var bytes = await files.OpenAsync(file.Id, cancellationToken);
        using var content = new StreamContent(bytes);
        content.Headers.ContentLength = file.Length;
        content.Headers.ContentRange = file.Length > 0 ? new ContentRangeHeaderValue(0, file.Length - 1, file.Length) : null;
        using var client = http.CreateClient(RemoteFiles.Client);
        using var answer = await client.PutAsync(new Uri(url), content, cancellationToken);
        return (int)answer.StatusCode;
    }

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };
}
