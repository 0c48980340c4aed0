using System.Text.Json;
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
                var (pressed, data) = Find(label);
                await PressAsync(pressed, data);
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

    /// <returns>The card that replaces the pressed one, as the client draws it.</returns>
    public async Task<JsonElement> PressAsync(Activity card, JsonElement data)
    {
        var body = await _playground.PressAsync(card, data, TestMentor.Token);
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.DoesNotContain("Action.Execute", body["value"]!.ToJsonString(), StringComparison.Ordinal);
        return JsonSerializer.SerializeToElement(body["value"]);
    }

    /// <summary>A question to the bot in the team's channel.</summary>
    /// <returns>What stands in its thread.</returns>
    public async Task<(string Thread, IReadOnlyList<Activity> Shown)> AskInChannelAsync(string text)
    {
        _mentor.Time.Advance(AMoment);
        var thread = await _playground.AskInChannelAsync(text, TestMentor.Token);
        await SettleAsync();
        return (thread, _playground.ShownIn(thread));
    }

    /// <summary>The only button of a card in a thread.</summary>
    /// <returns>What is new in the personal chat.</returns>
    public async Task<string> PressInChannelAsync(string thread, Activity card)
    {
        _mentor.Time.Advance(AMoment);
        await _playground.PressAsync(card, CardPresses.Of(card).Single().Data, TestMentor.Token, thread);
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
        await _playground.DisposeAsync();
        await _mentor.DisposeAsync();
        await _files.DisposeAsync();
    }

    /// <summary>A button of the newest card that has any: its label, or its number.</summary>
    public (Activity Card, JsonElement Data) Find(string label)
    {
        var (card, choices) = _playground.Shown.Reverse().Select(a => (a, CardPresses.Of(a))).First(c => c.Item2.Count > 0);
        return choices.Where((c, i) => c.Label == label || label == $"{i + 1}").Select(c => ((Activity, JsonElement)?)(card, c.Data)).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no button '{label}'; there are: {string.Join(", ", choices.Select(c => c.Label))}");
    }

    /// <summary>Everything that waits is done and sent, and the client took all of it.</summary>
    /// <returns>What is new in the chat.</returns>
    public async Task<string> SettleAsync()
    {
        await _mentor.RunTurnsAsync();
        await _mentor.SendDueAsync();
        await _playground.CatchUpAsync(TestMentor.Token);
        Assert.True(_playground.TurnedDown.Count == 0, string.Join("\n", _playground.TurnedDown));
        await using (var db = _mentor.Database.Open())
        {
            var unsent = await db.Set<Delivery>().Where(d => d.State != DeliveryState.Sent).ToListAsync(TestMentor.Token);
            Assert.True(unsent.Count == 0, string.Join("\n", unsent.Select(d => $"{d.Key} is {d.State}: {d.Reason}")));
        }

        var shown = _playground.Shown;
        var said = string.Concat(shown.Skip(_read).Select((a, i) => (i == 0 ? "" : CardText.IsOffer(a) ? "\n" : "\n\n") + CardText.Of(a)));
        _read = shown.Count;
        return said;
    }
}
