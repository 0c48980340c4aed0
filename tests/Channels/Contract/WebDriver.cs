using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MentorBot.Channels.Web;
using MentorBot.Messages;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>The web chat: what its page posts, and the page as it is served.</summary>
internal sealed class WebDriver : RemoteChannelDriver
{
    private const string Words = "mes chiffres de mardi ne tiennent pas debout";
    private const string FileName = "google-ads.fr.csv";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly HttpClient _stranger;

    private WebDriver(TestMentor mentor, Uri url, KeptLog log)
        : base(mentor, log)
    {
        _http = Client(url, _cookies);
        _stranger = Client(url, new CookieContainer());
    }

    public override string Channel => WebAddress.Channel;

    public static async Task<ChannelDriver> StartAsync()
    {
        var log = new KeptLog();
        var (mentor, url) = await TestMentor.ServeAsync(TestDatabase.Sqlite, log: log);
        var driver = new WebDriver(mentor, url, log);
        (await driver._http.PostAsJsonAsync("/web/person", new { person = Person }, TestMentor.Token)).EnsureSuccessStatusCode();
        return driver;
    }

    /// <summary>The last bubble of the page.</summary>
    public override async Task<Shown> ShowAsync(Message message)
    {
        await SendAsync(message, WebAddress.Of(Mentor.Person(Person).Id));
        var page = await _http.GetStringAsync("/", TestMentor.Token);
        var bubble = page[page.LastIndexOf("entry theirs", StringComparison.Ordinal)..page.LastIndexOf("class=\"working\"", StringComparison.Ordinal)];
        return new Shown([bubble], WebUtility.HtmlDecode(bubble), []);
    }

    public override string SignOf(MessagePart part) => part switch
    {
        TextPart => "<p class=\"prose\">",
        FactsPart => "<dl class=\"facts\">",
        TablePart => "<table>",
        ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart => "<figure class=\"chart\">",
        ChoicesPart => "<button type=\"button\" class=\"choice",
        FilePart => "<a class=\"file\"",
        NoticePart => "<div class=\"notice warning\"",
        _ => throw Unknown(part),
    };

    public override Task<HttpStatusCode> PostAsync(string text, string key) => PostAsync(_http, text, key);

    /// <summary>The page's own words, from a browser that nobody has signed in to.</summary>
    public override Task<HttpStatusCode> PostUnsignedAsync(string text) => PostAsync(_stranger, text, "1");

    public override async Task<IReadOnlyList<string>> LiveAsync()
    {
        await _http.PostAsync("/web/opened", null, TestMentor.Token);
        await SettleAsync();
        await PressAsync();
        await PostAsync(Words, "k1");
        await PostUnsignedAsync(Words);
        await _http.PostAsync("/web/messages", new StringContent($"{{\"key\":\"k2\",\"text\":\"{Words}\""), TestMentor.Token);
        using (var form = new MultipartFormDataContent())
        {
            form.Add(new StringContent("k3"), "key");
            form.Add(new StreamContent(File.OpenRead(Exports.Find(FileName))), "file", FileName);
            (await _http.PostAsync("/web/files", form, TestMentor.Token)).EnsureSuccessStatusCode();
        }

        await SettleAsync();
        await _http.GetStringAsync("/", TestMentor.Token);
        return [Words, .. _cookies.GetAllCookies().Select(c => c.Value).Where(v => v.Length > 20)];
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _stranger.Dispose();
        await Mentor.DisposeAsync();
        Log.Dispose();
    }

    private async Task PressAsync()
    {
        var talk = await _http.GetFromJsonAsync<JsonElement>("/web/transcript", TestMentor.Token);
        var choices = talk.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("from").GetString() == "mentor")
            .SelectMany(e => Message.FromJson(e.GetProperty("message").GetRawText()).Parts).OfType<ChoicesPart>().Last();
        var press = new { key = "k0", kind = "choice", target = choices.Target, version = choices.Version, nonce = choices.Nonce, values = new[] { choices.Choices[0].Value }, label = choices.Choices[0].Label };
        (await _http.PostAsJsonAsync("/web/messages", press, TestMentor.Token)).EnsureSuccessStatusCode();
        await SettleAsync();
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string text, string key)
    {
        using var answer = await http.PostAsJsonAsync("/web/messages", new { key, kind = "text", text }, TestMentor.Token);
        return answer.StatusCode;
    }

    private static HttpClient Client(Uri url, CookieContainer cookies)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = url };
        http.DefaultRequestHeaders.Add("X-MentorBot", "1");
        return http;
    }
}
