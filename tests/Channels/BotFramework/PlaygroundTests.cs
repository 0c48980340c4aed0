using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Channels.BotFramework;

/// <summary>The official client of the protocol, end to end. Source: facts/bot-framework.md 6.</summary>
public sealed class PlaygroundTests
{
    /// <summary>Greeting, file, cards, digressions, pauses, recap and the day it is asked about.</summary>
    [Theory]
    [InlineData("read-kpis.fr")]
    [InlineData("read-kpis.en")]
    public Task In_the_Agents_Playground_the_talk_goes_as_written(string talk) => Talks.RunAsync(talk, async person => await PlaygroundWire.StartAsync(TestDatabase.Sqlite, person));

    /// <summary>In a team: what everybody may read in the thread, what is the person's own in their chat.</summary>
    [Fact]
    public async Task A_question_in_a_channel_is_answered_in_its_thread_and_coaching_goes_on_in_the_personal_chat()
    {
        await using var wire = await PlaygroundWire.StartAsync(TestDatabase.Sqlite, "tom");
        await wire.OpenAsync();

        var (_, answered) = await wire.AskInChannelAsync("what is a CPM?");
        Assert.Contains("CPM", CardText.Of(Assert.Single(answered)), StringComparison.Ordinal);

        var (thread, offered) = await wire.AskInChannelAsync("can you challenge my campaign?");
        var offer = Assert.Single(offered);
        var continued = await wire.PressInChannelAsync(thread, offer);

        Assert.NotEqual("", continued);
        Assert.DoesNotContain(continued, CardText.Of(offer), StringComparison.Ordinal);
    }

    /// <summary>A client without Action.Execute presses by message; until the card is replaced its other buttons stay there to be pressed.</summary>
    [Fact]
    public async Task A_press_by_message_counts_once_and_the_card_shows_it_when_another_of_its_buttons_is_pressed_later()
    {
        await using var wire = await PlaygroundWire.StartAsync(TestDatabase.Sqlite, "tom");
        await wire.OpenAsync();
        var (greeting, other) = wire.Find("Test an offer");

        Assert.NotEqual("", await wire.SubmitAsync("Read my figures"));
        var replaced = CardText.OfCard(await wire.PressAsync(greeting, other));

        Assert.Contains("Read my figures", replaced, StringComparison.Ordinal);
        Assert.DoesNotContain("Test an offer", replaced, StringComparison.Ordinal);
        Assert.Equal("", await wire.SettleAsync());
    }
}
