using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Channels.BotFramework.Rendering;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>Teams with an app id: signed activities in, a connector that wants our token out. Source of every row: facts/bot-framework.md.</summary>
internal sealed class BotFrameworkDriver : SignedChannelDriver
{
    private const string Words = "mes chiffres de mardi ne tiennent pas debout";

    private readonly SignedTeams _teams;
    private ExportServer? _files;

    private BotFrameworkDriver(SignedTeams teams, KeptLog log)
        : base(teams.Mentor, log) => _teams = teams;

    public override string Channel => BotFrameworkSender.Name;

    /// <summary>facts/bot-framework.md 3.5; what may have been delivered is tried once more and marked, as rule 3 of the design says.</summary>
    public override IReadOnlyList<FarError> Errors { get; } =
    [
        new("202 without an id", new FakeAnswer.Http(202), DeliveryState.Sent),
        Refused(400, "BadArgument", "refused"),
        Refused(400, "BadSyntax", "refused"),
        Refused(400, "MissingProperty", "refused"),
        Refused(401, "BotNotRegistered", "not-registered"),
        Refused(403, "BotDisabledByAdmin", "disabled-by-admin"),
        Refused(403, "BotNotInConversationRoster", "left"),
        Refused(403, "ConversationBlockedByUser", "blocked"),
        Refused(403, "Forbidden", "blocked", "MessageWritesBlocked"),
        Refused(403, "MessageWritesBlocked", "blocked"),
        Refused(403, "InvalidBotApiHost", "wrong-cloud"),
        Refused(403, "NotEnoughPermissions", "not-permitted"),
        Refused(403, "ForbiddenOperationException", "not-installed"),
        Refused(403, "SomethingNew", "forbidden"),
        Refused(404, "ConversationNotFound", "chat-deleted"),
        Refused(404, "ActivityNotFoundInConversation", "message-deleted"),
        Refused(405, "BadArgument", "refused"),
        Refused(413, "MessageSizeTooBig", "too-large"),
        Refused(501, "DeleteActivityAPINotImplemented", "refused"),
        Refused(302, "Moved", "refused"),
        new("412", FakeAnswer.Error(412, "PreconditionFailed"), DeliveryState.Queued),
        new("429", FakeAnswer.Error(429, "Throttled"), DeliveryState.Queued),
        new("429 with a wait", FakeAnswer.Error(429, "Throttled", retryAfter: "7"), DeliveryState.Queued),
        new("503 with a wait", FakeAnswer.Error(503, "ServiceUnavailable", retryAfter: "7"), DeliveryState.Queued),
        .. new[] { 408, 500, 502, 503, 504 }.Select(status => new FarError($"{status}", FakeAnswer.Error(status, "ServiceError"), DeliveryState.Queued, MayHaveArrived: true)),
        new("no answer", new FakeAnswer.Broken(), DeliveryState.Queued, MayHaveArrived: true),
    ];

    public static async Task<ChannelDriver> StartAsync()
    {
        var log = new KeptLog();
        return new BotFrameworkDriver(await SignedTeams.StartAsync(log), log);
    }

    public override async Task<Shown> ShowAsync(Message message)
    {
        var before = _teams.Far.Shown(_teams.Lea.Conversation).Count;
        var reference = new MentorBot.Channels.BotFramework.Reference(_teams.Far.ServiceUrl, "msteams", TeamsClient.Bot, "personal") { User = "29:lea" };
        var delivery = await SendAsync(message, new Address(Channel, TeamsClient.Tenant, _teams.Lea.Conversation, reference.ToJson()));
        await using var db = Mentor.Database.Open();
        var row = await db.Set<Delivery>().SingleAsync(d => d.Id == delivery.Id, TestMentor.Token);
        var shown = _teams.Far.Shown(_teams.Lea.Conversation).Skip(before).ToList();
        return new Shown([.. shown.Select(Sent.Json)], string.Join("\n", shown.Select(CardText.Of)), [.. shown.SelectMany(Breaches), .. row.State == DeliveryState.Sent ? Array.Empty<string>() : [$"{row.State}: {row.Reason}"]]);
    }

    public override string SignOf(MessagePart part) => part switch
    {
        TextPart => "\"textFormat\":\"markdown\"",
        FactsPart => "\"FactSet\"",
        TablePart => "\"Table\"",
        ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart => "\"altText\":\"" + EveryPart.Mark,
        ChoicesPart => "\"Action.Execute\"",
        FilePart => EveryPart.Mark,
        NoticePart => "\"style\":\"warning\"",
        _ => throw Unknown(part),
    };

    public override Task<HttpStatusCode> PostAsync(string text, string key) => PostAsync(_teams.Lea.Text(text, key), _teams.Token.SignedBy(SignedTeams.First));

    public override Task<HttpStatusCode> PostUnsignedAsync(string text) => PostAsync(_teams.Lea.Text(text), null);

    public override Task<HttpStatusCode> PostStaleAsync(string text) => PostAsync(_teams.Lea.Text(text), Stale);

    public override Task<HttpStatusCode> PostForgedAsync(string text) => PostAsync(_teams.Lea.Text(text), _teams.Token.SignedBy(SignedTeams.Impostor));

    public override Task<HttpStatusCode> PostOwnAsync(string text)
    {
        var own = _teams.Lea.Text(text);
        own["from"] = new JsonObject { ["id"] = TeamsClient.Bot, ["name"] = "MentorBot", ["role"] = "bot" };
        return PostAsync(own, _teams.Token.SignedBy(SignedTeams.First));
    }

    /// <summary>Whatever is called, also the opening of a conversation.</summary>
    public override void Answer(FarError? error) => _teams.Far.Rule = _ => error?.Answer;

    public override async Task<Delivery> AskAsync()
    {
        Mentor.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("c'est quoi un CPM ?", TeamsClient.NextId()));
        await Mentor.RunTurnsAsync();
        await Mentor.SendDueAsync();
        await using var db = Mentor.Database.Open();
        return await db.Set<Delivery>().AsNoTracking().OrderByDescending(d => d.Seq).FirstAsync(TestMentor.Token);
    }

    public override async Task<IReadOnlyList<string>> LiveAsync()
    {
        _files = await ExportServer.StartAsync();
        var right = _teams.Token.SignedBy(SignedTeams.First);
        var forged = _teams.Token.SignedBy(SignedTeams.Impostor);
        var download = _files.DownloadUrl("google-ads.fr.csv");
        await PostAsync(_teams.Lea.Installed(), right);
        await SettleAsync();
        await PostAsync(_teams.Lea.Press(CardPresses.Of(_teams.Far.Shown(_teams.Lea.Conversation)[^1])[0].Data), right);
        foreach (var header in (string?[])[right, forged, Stale, right + "x", $"Basic {SignedTeams.Secret}", null])
        {
            await PostAsync(_teams.Lea.Text(Words), header);
        }

        await PostAsync(_teams.Lea.File(download, "google-ads.fr.csv"), right);
        await SettleAsync();
        var inline = _teams.Lea.Text("c'est quoi un CPM ?");
        inline["deliveryMode"] = "expectReplies";
        await PostAsync(inline, right);
        foreach (var error in Errors)
        {
            Answer(error);
            await PostAsync(_teams.Lea.Text(Words), _teams.Token.SignedBy(SignedTeams.First));
            await SettleAsync();
        }

        await PostAsync(_teams.Lea.Uninstalled(), _teams.Token.SignedBy(SignedTeams.First));
        Assert.NotEqual(0, _teams.Far.TokensGiven);
        return [Words, SignedTeams.Secret, .. Enumerable.Range(1, _teams.Far.TokensGiven).Select(n => $"token-{n}"), .. new[] { right, forged, Stale }.SelectMany(h => h["Bearer ".Length..].Split('.').Skip(1)), download[download.IndexOf('?', StringComparison.Ordinal)..]];
    }

    public override async ValueTask DisposeAsync()
    {
        await (_files?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _teams.DisposeAsync();
        Log.Dispose();
    }

    private string Stale => (_teams.Token with { Starts = TimeSpan.FromHours(-2), Ends = TimeSpan.FromHours(-1) }).SignedBy(SignedTeams.First);

    private async Task<HttpStatusCode> PostAsync(JsonObject activity, string? header)
    {
        using var answer = await _teams.PostAsync(activity, header);
        return answer.StatusCode;
    }

    private static FarError Refused(int status, string code, string reason, string? subCode = null) => new($"{status} {code}", FakeAnswer.Error(status, code, subCode), DeliveryState.Failed, reason);

    /// <summary>facts/bot-framework.md 1.5 and 5.1: the size of a message, no text beside a card, only elements that Teams draws.</summary>
    private static IEnumerable<string> Breaches(Activity activity)
    {
        var (all, pictures) = Sent.Size(activity);
        if (all - pictures > CardPages.Budget || pictures > CardPages.PictureBudget || MessageSize.IsTooLarge(Encoding.UTF8.GetBytes(Sent.Json(activity))))
        {
            yield return $"{all} bytes, {pictures} of them pictures";
        }

        if (activity.Text is null == activity.Attachments is null)
        {
            yield return "text and card, or neither";
        }

        // A file is offered by a card of Teams' own, which has no published schema.
        foreach (var fault in activity.Attachments is [{ ContentType: ActivityRenderer.CardType, Content: { } card }] ? CardSchema.OurCards.Faults(card) : [])
        {
            yield return fault;
        }
    }
}
