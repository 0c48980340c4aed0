using System.Net.Http.Json;
using System.Text.Json;

namespace MentorBot.Bench;

/// <summary>Posts texts as fast as they are acknowledged, one connection per person, and waits until every answer is there.</summary>
internal sealed class Load(Uri url, int people, bool picksPeople)
{
    private static readonly string[] Texts = ["merci !", "c'est quoi un CPM ?", "bonjour", "aide"];

    private readonly HttpClient?[] _clients = new HttpClient?[people];
    private int _keys;

    public async Task RunAsync(int turns) => await Task.WhenAll(Enumerable.Range(0, people).Select(p => TalkAsync(p, turns / people)));

    private async Task TalkAsync(int person, int turns)
    {
        var http = _clients[person] ??= await OpenAsync(person);
        for (var i = 0; i < turns; i++)
        {
            var key = $"k{Interlocked.Increment(ref _keys)}";
            (await http.PostAsJsonAsync("/web/messages", new { key, kind = "text", text = Texts[i % Texts.Length] })).EnsureSuccessStatusCode();
        }

        while (picksPeople && await IsWorkingAsync(http))
        {
            await Task.Delay(100);
        }
    }

    private async Task<HttpClient> OpenAsync(int person)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = url };
        http.DefaultRequestHeaders.Add("X-MentorBot", "1");
        if (picksPeople)
        {
            (await http.PostAsJsonAsync("/web/person", new { person = $"p{person}" })).EnsureSuccessStatusCode();
        }

        return http;
    }

    private static async Task<bool> IsWorkingAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/web/transcript?after=999999999.999999999")).GetProperty("working").GetString() != "No";
}
