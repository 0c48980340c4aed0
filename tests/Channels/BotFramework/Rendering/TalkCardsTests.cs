using MentorBot.Messages;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>What the flows really say, as cards.</summary>
public sealed class TalkCardsTests
{
    [Theory]
    [InlineData("read-kpis.fr")]
    [InlineData("campaign-before.en")]
    [InlineData("campaign-profitable.fr")]
    [InlineData("offer-plan.fr")]
    [InlineData("offer-result.en")]
    [InlineData("posts.en")]
    public async Task Every_message_of_a_talk_is_sound_cards_that_say_exactly_its_words(string name)
    {
        var messages = await SaidAsync(name);
        Assert.NotEmpty(messages);
        foreach (var message in messages)
        {
            var activities = Sent.Render(message);
            foreach (var card in activities.Select(Sent.CardOf).OfType<System.Text.Json.JsonElement>())
            {
                Assert.Equal([], CardSchema.OurCards.Faults(card));
                Assert.Equal([], CardSchema.Published.Faults(card));
            }

            Assert.Equal(Trimmed(message.ToPlainText()), Trimmed(CardText.Of(activities)));
        }
    }

    [Fact]
    public void The_published_schema_takes_the_card_of_every_kind_of_part()
    {
        foreach (var card in CardSamples.All.SelectMany(s => Sent.Render(s.Message)).Select(Sent.CardOf).OfType<System.Text.Json.JsonElement>())
        {
            Assert.Equal([], CardSchema.Published.Faults(card));
        }

        Assert.NotEmpty(CardSchema.Published.Faults(System.Text.Json.JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Unheard"}]}""")));
    }

    private static async Task<List<Message>> SaidAsync(string name)
    {
        var talk = Talk.Read(Path.Combine(Talks.Folder, name + ".talk"));
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talking = await Talking.StartAsync(mentor, talk.Person);
        var said = new List<Message>();
        ChoicesPart? choices = null;
        foreach (var step in talk.Steps)
        {
            switch (step.Sent)
            {
                case null:
                    mentor.Time.Advance(step.Wait);
                    await mentor.RunClocksAsync();
                    await talking.ListenAsync();
                    break;
                case "":
                    await talking.OpenAsync();
                    break;
                case var file when file.StartsWith("/file ", StringComparison.Ordinal):
                    await talking.FileAsync(Exports.Find(file[6..].Trim()));
                    break;
                case ['[', .., ']'] press when choices?.Choices.Where((c, i) => c.Label == press[1..^1] || press[1..^1] == $"{i + 1}").FirstOrDefault() is { } choice:
                    await talking.PressAsync(choices!, choice);
                    break;
                case var text:
                    await talking.TypeAsync(text);
                    break;
            }

            said.AddRange(talking.Said);
            choices = talking.Said.SelectMany(m => m.Parts).OfType<ChoicesPart>().LastOrDefault() ?? choices;
        }

        return said;
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));
}
