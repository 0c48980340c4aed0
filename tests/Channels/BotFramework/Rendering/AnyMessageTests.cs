using CsCheck;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>Whatever is said: sizes, choices, long words, emoji, writing from right to left, mentions, signs of markdown.</summary>
public sealed class AnyMessageTests
{
    private const int Times = 150;

    [Fact]
    public void Any_message_arrives_whole_within_the_budgets_on_sound_cards() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = RandomMessage.Of(seed);
            var activities = Sent.Render(random.Message);
            Assert.NotEmpty(activities);
            foreach (var activity in activities)
            {
                var (all, pictures) = Sent.Size(activity);
                Assert.True(all - pictures <= CardPages.Budget, $"{all - pictures} bytes without pictures.");
                Assert.True(pictures <= CardPages.PictureBudget, $"{pictures} bytes of pictures.");
                Assert.True((activity.Text is null) != (activity.Attachments is null), "Text or card, never both, never none.");
                if (Sent.CardOf(activity) is { } card)
                {
                    Assert.Equal([], CardSchema.OurCards.Faults(card));
                }
            }

            var said = string.Concat(activities.Select(CardText.Of));
            Assert.All(random.Marks, mark => Assert.Equal(2, said.Split(mark).Length));
            if (activities.Count == 1 && random.Message.ToPlainText().Length > 0)
            {
                Assert.Equal(Tight(random.Message.ToPlainText()), Tight(said));
            }
        },
        iter: Times);

    private static string Tight(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
