using System.Net.Http.Json;
using System.Text.Json;
using MentorBot.Messages;

namespace MentorBot.Tests.Durability;

/// <summary>One person's talk over the web channel's wire, by a client that never gives up: each event is posted with one key until it is acknowledged.</summary>
internal sealed class KilledTalk(Uri url, string person, string name) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly HttpClient _http = NewClient(url);

    /// <summary>What a junior does with an export, from the first look to the decision.</summary>
    public static IReadOnlyList<string> Steps => ["", "slt", "/file meta-ads.fr.csv", "c'est quoi un CPM ?", "ça baisse", "[1]", "[1]", "la créa est usée", "[1]", "12", "dans 2 semaines"];

    /// <param name="expected">What the mentor says at each step, from a talk that was not disturbed; null to record it.</param>
    /// <returns>What the mentor said, step by step, with the person's name taken out.</returns>
    public async Task<List<string>> RunAsync(IReadOnlyList<string>? expected, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        var seen = 0;
        ChoicesPart? choices = null;
        await RepeatAsync(() => _http.PostAsJsonAsync("/web/person", new { person }, cancellationToken), cancellationToken);
        for (var i = 0; i < Steps.Count; i++)
        {
            var key = $"step-{i}";
            await RepeatAsync(() => SendAsync(Steps[i], key, choices, cancellationToken), cancellationToken);
            var messages = await AnsweredAsync(seen, cancellationToken);
            said.Add(string.Join("\n\n", messages.Skip(seen).Select(m => m.ToPlainText())).Replace(name, "NAME", StringComparison.Ordinal));
            seen = messages.Count;
            choices = messages.SelectMany(m => m.Parts).OfType<ChoicesPart>().LastOrDefault() ?? choices;
            Assert.True(expected is null || expected[i] == said[i], $"At step {i} ('{Steps[i]}') of {person}:\n{said[i]}\n--- instead of ---\n{expected?[i]}");
        }

        // Everything once more: nothing was lost, nothing is there twice.
        var all = await TranscriptAsync(cancellationToken);
        var keys = all.EnumerateArray().Where(e => e.GetProperty("from").GetString() == "person").Select(e => e.GetProperty("key").GetString()).ToList();
        Assert.Equal(Enumerable.Range(1, Steps.Count - 1).Select(i => $"step-{i}"), keys);
        Assert.Equal(seen, all.EnumerateArray().Count(e => e.GetProperty("from").GetString() == "mentor"));
        return said;
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> SendAsync(string step, string key, ChoicesPart? choices, CancellationToken cancellationToken)
    {
        if (step.Length == 0)
        {
            return _http.PostAsync("/web/opened", null, cancellationToken);
        }

        if (step.StartsWith("/file ", StringComparison.Ordinal))
        {
            var form = new MultipartFormDataContent
            {
                { new StringContent(key), "key" },
                { new ByteArrayContent(File.ReadAllBytes(Conversations.Exports.Find(step[6..]))), "file", step[6..] },
            };
            return _http.PostAsync("/web/files", form, cancellationToken);
        }

        return step is ['[', var n, ']']
            ? _http.PostAsJsonAsync("/web/messages", Press(key, choices!, n - '1'), cancellationToken)
            : _http.PostAsJsonAsync("/web/messages", new { key, kind = "text", text = step }, cancellationToken);
    }

    private static object Press(string key, ChoicesPart choices, int index) => new
    {
        key,
        kind = "choice",
        target = choices.Target,
        version = choices.Version,
        nonce = choices.Nonce,
        values = new[] { choices.Choices[index].Value },
        label = choices.Choices[index].Label,
    };

    private async Task<List<Message>> AnsweredAsync(int seen, CancellationToken cancellationToken)
    {
        var until = DateTimeOffset.UtcNow + Patience;
        while (DateTimeOffset.UtcNow < until)
        {
            try
            {
                var talk = await _http.GetFromJsonAsync<JsonElement>("/web/transcript", cancellationToken);
                var messages = talk.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("from").GetString() == "mentor").Select(e => Message.FromJson(e.GetProperty("message").GetRawText())).ToList();
                if (talk.GetProperty("working").GetString() == "No" && messages.Count > seen)
                {
                    return messages;
                }
            }
            catch (HttpRequestException)
            {
                // It was just killed, or is not up again yet.
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new TimeoutException($"The mentor said nothing more to {person} within {Patience}.");
    }

    private async Task<JsonElement> TranscriptAsync(CancellationToken cancellationToken)
    {
        JsonElement? found = null;
        await RepeatAsync(
            async () =>
            {
                var response = await _http.GetAsync("/web/transcript", cancellationToken);
                found = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("entries");
                return response;
            },
            cancellationToken);
        return found!.Value;
    }

    private static async Task RepeatAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var until = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            try
            {
                using var response = await send();
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (DateTimeOffset.UtcNow < until)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static HttpClient NewClient(Uri url)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = url };
        client.DefaultRequestHeaders.Add("X-MentorBot", "1");
        return client;
    }
}
