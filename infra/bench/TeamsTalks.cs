using System.Text;

namespace MentorBot.Bench;

/// <summary>Talks on Teams, one connection and one turn in flight for each person: a text is posted, and the next waits for its reply at the connector.</summary>
internal sealed class TeamsTalks(Uri server, FakeConnector connector, int people) : IDisposable
{
    /// <summary>One idea questioned, each text answered by one message; then from the start again.</summary>
    private static readonly string[] Texts =
    [
        "challenge my idea", "a weekly podcast for our subscribers to keep them longer", "a hunch", "fewer than 20 people sign up in two weeks", "talk to five people concerned",
        "nobody here has the time to make one every week", "stop",
    ];

    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(15);

    private readonly HttpClient[] _clients = [.. Enumerable.Range(0, people).Select(_ => new HttpClient { BaseAddress = server })];
    private readonly int[] _said = new int[people];

    /// <exception cref="TimeoutException">A turn had no reply.</exception>
    public Task RunAsync(int turns) => Task.WhenAll(Enumerable.Range(0, people).Select(p => TalkAsync(p, turns / people)));

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    private async Task TalkAsync(int person, int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            var reply = connector.NextAsync($"c{person}");
            using var body = new StringContent(Activity(person, _said[person]++), Encoding.UTF8, "application/json");
            using var answer = await _clients[person].PostAsync("/api/messages", body);
            answer.EnsureSuccessStatusCode();
            await reply.WaitAsync(LongestTurn);
        }
    }

    private string Activity(int person, int n) => $$"""
        {"type":"message","id":"{{person}}-{{n}}","timestamp":"2026-01-02T03:04:05.678Z","localTimezone":"Europe/Berlin","serviceUrl":"{{connector.Url}}","channelId":"msteams",
        "from":{"id":"29:user-{{person}}","name":"User {{person}}","aadObjectId":"user-{{person}}"},"conversation":{"id":"c{{person}}","conversationType":"personal","tenantId":"perf"},
        "recipient":{"id":"28:bot","name":"Bot"},"textFormat":"plain","locale":"en-US","text":"{{Texts[n % Texts.Length]}}",
        "entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Berlin"}],"channelData":{"tenant":{"id":"perf"} } }
        """;
}
