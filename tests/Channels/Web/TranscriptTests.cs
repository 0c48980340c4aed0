using MentorBot.Channels.Web;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Tests.Channels.Web;

public sealed class TranscriptTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_set_of_choices_is_open_until_it_was_pressed()
    {
        var asked = Ask("n1", 1);
        Assert.True(TalkOf(asked).StateOf(Choices(asked)).Open);

        var answered = TalkOf(asked, new PersonEntry(Guid.NewGuid(), 1, Now, "k", new ChoiceContent("flow:x", 1, "n1", ["b"], "B"), false)).StateOf(Choices(asked));
        Assert.False(answered.Open);
        Assert.Equal(["b"], answered.Picked);
    }

    [Fact]
    public void A_question_that_was_asked_anew_closes_the_older_one()
    {
        var (older, newer) = (Ask("n1", 1), Ask("n2", 2));
        var talk = TalkOf(older, newer);
        Assert.False(talk.StateOf(Choices(older)).Open);
        Assert.True(talk.StateOf(Choices(newer)).Open);
    }

    private static Transcript TalkOf(params IReadOnlyList<TranscriptEntry> entries) => new(entries, Working.No, false);

    private static MentorEntry Ask(string nonce, int version) =>
        new(Guid.NewGuid(), version, Now, Message.Of("fr", new ChoicesPart("flow:x", version, nonce, [new Choice("a", "A"), new Choice("b", "B")])));

    private static ChoicesPart Choices(MentorEntry entry) => (ChoicesPart)entry.Message.Parts[0];
}
