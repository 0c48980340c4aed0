using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Channels.BotFramework.Rendering;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>Rule 3 of the design: a reply of unknown outcome goes once more, and whoever reads it is told that it may be the second time.</summary>
public sealed class PossibleRepeatTests
{
    [Theory]
    [InlineData("lea", "fr-FR", "c'est quoi un CPM ?", "peut-être arrivé deux fois")]
    [InlineData("lea", "fr-FR", "bonjour", "peut-être arrivé deux fois")]
    [InlineData("tom", "en-GB", "what is a CPM?", "may have reached you twice")]
    [InlineData("tom", "en-GB", "hello", "may have reached you twice")]
    public async Task The_second_sending_says_so_and_the_first_did_not(string who, string locale, string said, string line)
    {
        await using var far = await FakeConnector.StartAsync();
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var teams = new TeamsClient(url, far.ServiceUrl, who) { Locale = locale };
        far.Rule = c => far.Calls.Count == 0 ? new FakeAnswer.Broken(ButShown: true) : null;
        using var answer = await teams.PostAsync(teams.Text(said), TestMentor.Token);
        await mentor.RunTurnsAsync();

        await mentor.SendDueAsync();
        mentor.Time.Advance(TimeSpan.FromSeconds(10));
        await mentor.SendDueAsync();

        var shown = far.Shown(teams.Conversation);
        Assert.Equal(2, shown.Count);
        Assert.DoesNotContain(line, Everything(shown[0]), StringComparison.Ordinal);
        Assert.Contains(line, Everything(shown[1]), StringComparison.Ordinal);
        Assert.Empty(Sent.CardOf(shown[1]) is { } card ? CardSchema.OurCards.Faults(card) : []);

        // What is said next is new.
        using var next = await teams.PostAsync(teams.Text(said), TestMentor.Token);
        await mentor.RunTurnsAsync();
        await mentor.SendDueAsync();
        Assert.DoesNotContain(line, Everything(far.Shown(teams.Conversation)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_activities_only_the_one_in_doubt_is_marked()
    {
        var delivery = Sent.Delivery(Message.Text("fr", string.Join("\n\n", Enumerable.Range(1, 1500).Select(i => $"Ligne {i} : le coût par conversion monte."))));
        delivery.PossibleRepeat = true;
        delivery.ChannelRef = "1:1";

        var marked = Sent.Renderer.Render(delivery).Select(a => Everything(a).Contains("arrivé deux fois", StringComparison.Ordinal)).ToList();

        Assert.True(marked.Count > 2);
        Assert.Equal([1], marked.Select((m, i) => (m, i)).Where(x => x.m).Select(x => x.i));
    }

    private static string Everything(Activity activity) => System.Text.Json.Nodes.JsonNode.Parse(Sent.Json(activity))!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
