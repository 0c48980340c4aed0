using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Conversations;

/// <summary>The official client: the Agents Playground posts to the service and hosts the connector that it answers to.</summary>
internal sealed class PlaygroundWire : IWire
{
    /// <summary>Between two things that a person does; the connector's rates count on some time passing.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(10);

    private readonly TestMentor _mentor;
    private readonly Playground _playground;
    private readonly TeamsClient _teams;
    private readonly ExportServer _files;
    private int _read;

    private PlaygroundWire(TestMentor mentor, Playground playground, TeamsClient teams, ExportServer files)
    {
        _mentor = mentor;
        _playground = playground;
        _teams = teams;
        _files = files;
    }

    public static async Task<PlaygroundWire> StartAsync(string engine, string person)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        try
        {
            var playground = await Playground.StartAsync(url, person, TestMentor.Token);
            return new PlaygroundWire(mentor, playground, new TeamsClient(url, playground.ServiceUrl, person), await ExportServer.StartAsync());
        }
        catch
        {
            await mentor.DisposeAsync();
            throw;
        }
    }

    public async Task<string> OpenAsync()
    {
        await _playground.InstallAsync(TestMentor.Token);
        return await SettleAsync();
    }

    public async Task<string> SendAsync(string sent)
    {
        _mentor.Time.Advance(AMoment);
        switch (sent)
        {
            case ['[', .. var label, ']']:
                await PressAsync(label);
                break;
            case ['/', 'f', 'i', 'l', 'e', ' ', .. var name]:
                await _playground.PostAsync(_teams.File(_files.DownloadUrl(name.Trim()), name.Trim()), TestMentor.Token);
                break;
            default:
                await _playground.SayAsync(sent, TestMentor.Token);
                break;
        }

        return await SettleAsync();
    }

    /// <summary>A press of a client that knows no Action.Execute.</summary>
    public async Task<string> SubmitAsync(string label)
    {
        _mentor.Time.Advance(AMoment);
        var (card, data) = Find(label);
        await _playground.SubmitAsync(card, data, TestMentor.Token);
        return await SettleAsync();
    }

    /// <summary>The newest card that has the button; what the invoke answers replaces it, as the client does.</summary>
    /// <returns>The card that replaces it.</returns>
    public async Task<JsonElement> PressAsync(string label)
    {
        var (card, data) = Find(label);
        var body = await _playground.PressAsync(card, data, TestMentor.Token);
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.DoesNotContain("Action.Execute", body["value"]!.ToJsonString(), StringComparison.Ordinal);
        return JsonSerializer.SerializeToElement(body["value"]);
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
        await _playground.DisposeAsync();
        await _mentor.DisposeAsync();
        await _files.DisposeAsync();
    }

    private (Activity Card, JsonElement Data) Find(string label)
    {
        var (card, choices) = _playground.Shown.Reverse().Select(a => (a, CardPresses.Of(a))).First(c => c.Item2.Count > 0);
        return choices.Where((c, i) => c.Label == label || label == $"{i + 1}").Select(c => ((Activity, JsonElement)?)(card, c.Data)).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no button '{label}'; there are: {string.Join(", ", choices.Select(c => c.Label))}");
    }

    private async Task<string> SettleAsync()
    {
        await _mentor.RunTurnsAsync();
        await _mentor.SendDueAsync();
        await _playground.CatchUpAsync(TestMentor.Token);
        Assert.True(_playground.TurnedDown.Count == 0, string.Join("\n", _playground.TurnedDown));
        await using (var db = _mentor.Database.Open())
        {
            var waiting = await db.Set<Delivery>().Where(d => d.State != DeliveryState.Sent).Select(d => $"{d.Seq} {d.Key} {d.State} {d.Reason} due {d.DueAt:O} {d.Attempts}x").ToListAsync(TestMentor.Token);
            Assert.True(waiting.Count == 0, string.Join("\n", waiting));
        }

        var shown = _playground.Shown;
        var said = shown.Skip(_read).Select(CardText.Of).ToList();
        _read = shown.Count;
        return string.Join("\n\n", said);
    }
}
