using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Channels.BotFramework.Arriving;

/// <summary>A file goes back to Teams by consent: offered, accepted, uploaded, shown; or declined, or not taken. Source: facts/bot-framework.md 1.4, 1.5, 5.6; trap T7.</summary>
public sealed class FileOfferTests : IAsyncLifetime
{
    private const string Words = "# Récapitulatif\n\n12 430 € dépensés.\n";

    private FakeConnector _connector = null!;
    private TestMentor _mentor = null!;
    private TeamsClient _lea = null!;
    private Drive _drive = null!;
    private StoredFile _file = null!;

    private static CancellationToken Token => TestMentor.Token;

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _drive = await Drive.StartAsync();
        (_mentor, var url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        _lea = new TeamsClient(url, _connector.ServiceUrl, "lea");
        var lea = _mentor.Person("lea");
        _file = (await _mentor.Get<FileStore>().SaveAsync(lea.OrganisationId, lea.Id, "recap-2026-10-05.md", "text/markdown", new MemoryStream(Encoding.UTF8.GetBytes(Words)), 1000, TimeSpan.FromDays(1), Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        _lea.Dispose();
        await _mentor.DisposeAsync();
        await _drive.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task In_a_personal_chat_the_words_come_first_and_the_file_is_offered_beneath()
    {
        await SayAsync("a:personal", "personal");

        var shown = _connector.Shown("a:personal");
        Assert.Equal(2, shown.Count);
        Assert.Equal("Voici.", shown[0].Text);
        var offer = Assert.Single(shown[1].Attachments!);
        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", _file.Name), (offer.ContentType, offer.Name));
        Assert.Equal(_file.Length, offer.Content!.Value.GetProperty("sizeInBytes").GetInt64());
        Assert.Null(shown[1].Text);
        Assert.Empty(_drive.Puts);
    }

    [Theory]
    [InlineData("groupChat", "19:chat@thread.v2")]
    [InlineData("channel", "19:channel@thread.tacv2;messageid=1")]
    public async Task Where_others_read_the_file_is_named_with_a_link_to_the_private_chat(string scope, string conversation)
    {
        await SayAsync(conversation, scope);

        var card = Assert.Single(_connector.Shown(conversation)).Attachments!.Single().Content!.Value.GetRawText();
        Assert.Contains(_file.Name, card, StringComparison.Ordinal);
        Assert.Contains("(https://teams.microsoft.com/l/chat/0/0?users=28%3Abot)", card, StringComparison.Ordinal);
        Assert.DoesNotContain(_file.Id.ToString("N"), card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_the_bytes_go_to_the_address_and_the_file_stands_in_place_of_the_offer()
    {
        var offer = await OfferAsync();

        await AnswerAsync(offer, "accept");

        var put = Assert.Single(_drive.Puts);
        Assert.Equal((Words, $"bytes 0-{_file.Length - 1}/{_file.Length}", _file.Length), (put.Body, put.Range, put.Length));
        Assert.Null(put.Authorization);
        var shown = _connector.Shown(_lea.Conversation);
        Assert.DoesNotContain(shown, a => a.Id == offer.Id);
        var card = shown[^1].Attachments!.Single();
        Assert.Equal(("application/vnd.microsoft.teams.card.file.info", _file.Name, "https://contoso.sharepoint.example/recap"), (card.ContentType, card.Name, card.ContentUrl));
        Assert.Equal(("unique", "md"), (card.Content!.Value.GetProperty("uniqueId").GetString(), card.Content.Value.GetProperty("fileType").GetString()));
    }

    [Fact]
    public async Task Declined_a_short_text_stands_in_place_of_the_offer_and_nothing_is_uploaded()
    {
        var offer = await OfferAsync();

        await AnswerAsync(offer, "decline");

        Assert.Empty(_drive.Puts);
        var shown = _connector.Shown(_lea.Conversation);
        Assert.DoesNotContain(shown, a => a.Id == offer.Id);
        Assert.Contains("n’enregistre pas", shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_acceptance_again_under_other_ids_is_one_upload_and_one_card()
    {
        var offer = await OfferAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnswerAsync(offer, "accept")));

        Assert.Single(_drive.Puts);
        Assert.Single(_connector.Shown(_lea.Conversation), a => a.Attachments?.Any(x => x.ContentType!.EndsWith("file.info", StringComparison.Ordinal)) == true);
    }

    [Theory]
    [InlineData(404, "n’est plus valable")]
    [InlineData(410, "n’est plus valable")]
    [InlineData(401, "n’est plus valable")]
    [InlineData(403, "n’est plus valable")]
    [InlineData(400, "n’a pas pris")]
    [InlineData(507, "n’a pas pris")]
    public async Task An_address_that_refuses_is_asked_once_said_and_the_file_offered_anew(int status, string words)
    {
        _drive.Rule = _ => status;
        var offer = await OfferAsync();

        await AnswerAsync(offer, "accept");

        Assert.Single(_drive.Puts);
        var shown = _connector.Shown(_lea.Conversation);
        Assert.DoesNotContain(shown, a => a.Id == offer.Id);
        Assert.Contains(words, shown[^2].Text, StringComparison.Ordinal);
        Assert.EndsWith("file.consent", Assert.Single(shown[^1].Attachments!).ContentType, StringComparison.Ordinal);

        _drive.Rule = _ => 201;
        await AnswerAsync(shown[^1], "accept");

        Assert.EndsWith("file.info", Assert.Single(_connector.Shown(_lea.Conversation)[^1].Attachments!).ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Where_the_sheet_lets_one_try_again_the_upload_is_tried_once_more(int status)
    {
        _drive.Rule = n => n == 1 ? status : 200;

        await AnswerAsync(await OfferAsync(), "accept");

        Assert.Equal(2, _drive.Puts.Count);
        Assert.EndsWith("file.info", Assert.Single(_connector.Shown(_lea.Conversation)[^1].Attachments!).ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://drive.attacker.example/upload")]
    [InlineData("https://169.254.169.254/upload")]
    [InlineData("https://user@drive.example/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Bytes_go_to_no_address_that_is_none_of_a_drive(string url)
    {
        await AnswerAsync(await OfferAsync(), "accept", url);

        Assert.Empty(_drive.Puts);
        Assert.Contains("n’a pas pris", _connector.Shown(_lea.Conversation)[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_a_file_that_is_somebody_elses()
    {
        var offer = await OfferAsync();
        using var hugo = new TeamsClient(_lea.Url, _connector.ServiceUrl, "hugo", "a:hugo");

        using var answer = await hugo.PostAsync(Consent(hugo, offer, "accept", _drive.Url), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(_drive.Puts);
        Assert.Contains("n’est plus chez moi", Assert.Single(_connector.Shown("a:hugo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_meanwhile_is_said_to_be()
    {
        var offer = await OfferAsync();
        await _mentor.Get<FileStore>().DeleteAsync(_file.Id, Token);

        await AnswerAsync(offer, "accept");

        Assert.Contains("n’est plus chez moi", _connector.Shown(_lea.Conversation)[^1].Text, StringComparison.Ordinal);
    }

    private async Task<Activity> OfferAsync()
    {
        await SayAsync(_lea.Conversation, "personal");
        return _connector.Shown(_lea.Conversation)[^1];
    }

    private async Task SayAsync(string conversation, string scope)
    {
        var lea = _mentor.Person("lea");
        await using (var db = _mentor.Database.Open())
        {
            var reference = new MentorBot.Channels.BotFramework.Reference(_connector.ServiceUrl, "msteams", TeamsClient.Bot, scope) { User = "29:lea" }.ToJson();
            _mentor.Get<Outbox>().Add(db, Guid.NewGuid().ToString(), DeliveryClass.Reply, lea.OrganisationId, lea.Id, new Address("msteams", TeamsClient.Tenant, conversation, reference),
                Message.Of("fr", new TextPart("Voici."), new FilePart(_file.Id, _file.Name, _file.MediaType, _file.Length)), _mentor.Time.GetUtcNow());
            await db.SaveChangesAsync(Token);
        }

        await _mentor.SendDueAsync();
    }

    private async Task AnswerAsync(Activity offer, string action, string? url = null)
    {
        using var answer = await _lea.PostAsync(Consent(_lea, offer, action, url ?? _drive.Url), Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static JsonObject Consent(TeamsClient client, Activity offer, string action, string url)
    {
        var context = JsonNode.Parse(offer.Attachments!.Single().Content!.Value.GetProperty("acceptContext").GetRawText());
        var invoke = client.Invoke("fileConsent/invoke", new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = context,
            ["uploadInfo"] = action != "accept" ? null : new JsonObject { ["name"] = offer.Attachments!.Single().Name, ["uploadUrl"] = $"{url}?offer={offer.Id}", ["contentUrl"] = "https://contoso.sharepoint.example/recap", ["uniqueId"] = "unique", ["fileType"] = "md" },
        });
        invoke["replyToId"] = offer.Id;
        return invoke;
    }

    /// <summary>Stands for a person's OneDrive: takes uploads, answers as told.</summary>
    private sealed class Drive(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Put> _puts = new();

        public string Url => $"{app.Urls.Single()}/upload";

        public IReadOnlyList<Put> Puts => [.. _puts];

        /// <summary>The status for the n-th upload.</summary>
        public Func<int, int> Rule { get; set; } = _ => 201;

        public static async Task<Drive> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var drive = new Drive(app);
            app.MapPut("/upload", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                drive._puts.Enqueue(new Put(await reader.ReadToEndAsync(http.RequestAborted), http.Request.Headers.ContentRange.ToString(), http.Request.ContentLength ?? 0, http.Request.Headers.Authorization.FirstOrDefault()));
                return Results.StatusCode(drive.Rule(drive._puts.Count));
            });
            await app.StartAsync();
            return drive;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        internal sealed record Put(string Body, string Range, long Length, string? Authorization);
    }
}
