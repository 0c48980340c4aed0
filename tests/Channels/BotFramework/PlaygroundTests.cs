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
    public Task In_the_Agents_Playground_the_talk_goes_as_written(string talk) => TalkTests.RunAsync(talk, async person => await PlaygroundWire.StartAsync(TestDatabase.Sqlite, person));

    [Fact]
    public async Task A_press_that_comes_as_a_message_is_a_press_and_the_card_keeps_it_when_it_is_pressed_again()
    {
        await using var wire = await PlaygroundWire.StartAsync(TestDatabase.Sqlite, "tom");
        await wire.OpenAsync();

        var read = await wire.SubmitAsync("Read my figures");
        Assert.NotEqual("", read);
    }
}
