using System.Net.Http.Json;
using System.Text.Json;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Conversations;

/// <summary>The web channel over HTTP, as the page's own script speaks it.</summary>
internal sealed class WebWire : IWire
{
    private readonly TestMentor _mentor;
    private readonly HttpClient _http;
    private readonly string _person;
    private ChoicesPart? _choices;
    private string _cursor = "";
    private int _keys;

    private WebWire(TestMentor mentor, Uri url, string person)
    {
        _mentor = mentor;
        _person = person;
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = url };
        _http.DefaultRequestHeaders.Add("X-MentorBot", "1");
    }

    public static async Task<IWire> StartAsync(string engine, string person)
    {
        var (mentor, url) = await TestMentor.ServeAsync(engine);
        return new WebWire(mentor, url, person);
    }

    public async Task<string> OpenAsync()
    {
        (await _http.PostAsJsonAsync("/web/person", new { person = _person }, TestMentor.Token)).EnsureSuccessStatusCode();
        (await _http.PostAsync("/web/opened", null, TestMentor.Token)).EnsureSuccessStatusCode();
        return await SettleAsync();
    }

    public async Task<string> SendAsync(string sent)
    {
        var key = $"k{_keys++}";
        using var response = sent switch
        {
            _ when sent.StartsWith("/file ", StringComparison.Ordinal) => await UploadAsync(key, Exports.Find(sent[6..].Trim())),
            ['[', .., ']'] => await _http.PostAsJsonAsync("/web/messages", Press(key, sent[1..^1]), TestMentor.Token),
            _ => await _http.PostAsJsonAsync("/web/messages", new { key, kind = "text", text = sent }, TestMentor.Token),
        };
        response.EnsureSuccessStatusCode();
        return await SettleAsync();
    }

    public async Task<string> WaitAsync(TimeSpan time)
    {
        _mentor.Time.Advance(time);
        await _mentor.RunClocksAsync();
        await _mentor.SendDueAsync();
        return await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _mentor.DisposeAsync();
    }

    private object Press(string key, string label)
    {
        var choice = _choices?.Choices.Where((c, i) => c.Label == label || label == $"{i + 1}").FirstOrDefault() ?? throw new InvalidOperationException($"There is no button '{label}'; there are: {string.Join(", ", _choices?.Choices.Select(c => c.Label) ?? [])}");
        return new { key, kind = "choice", target = _choices!.Target, version = _choices.Version, nonce = _choices.Nonce, values = new[] { choice.Value }, label = choice.Label };
    }

    private async Task<HttpResponseMessage> UploadAsync(string key, string path)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(key), "key");
        form.Add(new StreamContent(File.OpenRead(path)), "file", Path.GetFileName(path));
        return await _http.PostAsync("/web/files", form, TestMentor.Token);
    }

    private async Task<string> SettleAsync()
    {
        await _mentor.RunTurnsAsync();
        var talk = await _http.GetFromJsonAsync<JsonElement>($"/web/transcript?after={_cursor}", TestMentor.Token);
        _cursor = talk.GetProperty("cursor").GetString()!;
        var messages = talk.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("from").GetString() == "mentor").Select(e => Message.FromJson(e.GetProperty("message").GetRawText())).ToList();
        _choices = messages.SelectMany(m => m.Parts).OfType<ChoicesPart>().LastOrDefault() ?? _choices;
        return string.Join("\n\n", messages.Select(m => m.ToPlainText()));
    }
}
