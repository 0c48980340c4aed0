using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Conversations;

/// <summary>The Bot Framework over HTTP: activities in, what the connector gets out, as a person in a personal chat of Teams sees it.</summary>
internal sealed class BotFrameworkWire : IWire
{
    private readonly TestMentor _mentor;
    private readonly FakeConnector _connector;
    private readonly TeamsClient _teams;
    private readonly ExportServer _files;
    private int _read;

    private BotFrameworkWire(TestMentor mentor, FakeConnector connector, TeamsClient teams, ExportServer files)
    {
        _mentor = mentor;
        _connector = connector;
        _teams = teams;
        _files = files;
    }

    public static async Task<IWire> StartAsync(string engine, string person)
    {
        var connector = await FakeConnector.StartAsync();
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        return new BotFrameworkWire(mentor, connector, new TeamsClient(url, connector.ServiceUrl, person), await ExportServer.StartAsync());
    }

    public async Task<string> OpenAsync()
    {
        await PostAsync(_teams.Installed(), HttpStatusCode.Accepted);
        return await SettleAsync();
    }

    public async Task<string> SendAsync(string sent)
    {
        switch (sent)
        {
            case ['[', .. var label, ']']:
                await PressAsync(label);
                break;
            case ['/', 'f', 'i', 'l', 'e', ' ', .. var name]:
                await PostAsync(_teams.File(_files.DownloadUrl(name.Trim()), name.Trim()), HttpStatusCode.Accepted);
                break;
            default:
                await PostAsync(_teams.Text(sent), HttpStatusCode.Accepted);
                break;
        }

        return await SettleAsync();
    }

    public async Task<string> WaitAsync(TimeSpan time)
    {
        _mentor.Time.Advance(time);
        await _mentor.RunClocksAsync();
        return await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _teams.Dispose();
        await _mentor.DisposeAsync();
        await _connector.DisposeAsync();
        await _files.DisposeAsync();
    }

    /// <summary>The newest card that has the button; what the invoke answers replaces it, as the client does.</summary>
    private async Task PressAsync(string label)
    {
        var choices = _connector.Shown(_teams.Conversation).Reverse().Select(CardPresses.Of).First(c => c.Count > 0);
        var pressed = choices.Where((c, i) => c.Label == label || label == $"{i + 1}").Select(c => (JsonElement?)c.Data).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no button '{label}'; there are: {string.Join(", ", choices.Select(c => c.Label))}");
        using var answer = await _teams.PostAsync(_teams.Press(pressed), TestMentor.Token);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestMentor.Token))!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.DoesNotContain("Action.Execute", body["value"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task PostAsync(JsonObject activity, HttpStatusCode expected)
    {
        using var answer = await _teams.PostAsync(activity, TestMentor.Token);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<string> SettleAsync()
    {
        await _mentor.RunTurnsAsync();
        await _mentor.SendDueAsync();
        while (await HasPacedAsync())
        {
            // Real messages are seconds apart; a talk that is written down is not, and meets the pacing.
            _mentor.Time.Advance(TimeSpan.FromSeconds(2));
            await _mentor.SendDueAsync();
        }

        var shown = _connector.Shown(_teams.Conversation).ToList();
        var delivered = await DeliveriesAsync();
        var said = shown.Skip(_read).GroupBy(a => delivered[a.Id!]).Select(CardText.Of).ToList();
        _read = shown.Count;
        return string.Join("\n\n", said);
    }

    /// <returns>Of each activity the delivery that it is of; a long one takes several.</returns>
    private async Task<Dictionary<string, Guid>> DeliveriesAsync()
    {
        await using var db = _mentor.Database.Open();
        var sent = await db.Set<Delivery>().Where(d => d.ChannelRef != null).Select(d => new { d.Id, d.ChannelRef }).ToListAsync(TestMentor.Token);
        return sent.SelectMany(d => d.ChannelRef!.Split(' ').Where(r => r != "-").Select(r => (Activity: r, d.Id))).ToDictionary(p => p.Activity, p => p.Id);
    }

    private async Task<bool> HasPacedAsync()
    {
        var soon = _mentor.Time.GetUtcNow().AddMinutes(1);
        await using var db = _mentor.Database.Open();
        return await db.Set<Delivery>().AnyAsync(d => d.State == DeliveryState.Queued && d.DueAt <= soon, TestMentor.Token);
    }
}
