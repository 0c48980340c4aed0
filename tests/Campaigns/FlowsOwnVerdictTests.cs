using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

public sealed class FlowsOwnVerdictTests
{
    private static readonly Texts Words = Texts.Load(FlowTable.Prompts);
    private static readonly Flow Running = FlowReader.Read(FlowSource.ReadFolder(Path.Combine(FlowTable.Prompts, "flows", "challenge-campaign-running")));

    [Theory]
    [InlineData("fr", "elle gagne, le ROAS est à 4", "pays")]
    [InlineData("fr", "ça marche bien", "pays")]
    [InlineData("fr", "elle n'est pas rentable", "loses")]
    [InlineData("fr", "trop cher", "loses")]
    [InlineData("fr", "pas si cher", "pays")]
    [InlineData("fr", "je ne sais pas trop", "open")]
    [InlineData("fr", "c'est mitigé", null)]
    [InlineData("en", "it is profitable", "pays")]
    [InlineData("en", "it isn't working", "loses")]
    [InlineData("en", "losing money", "loses")]
    [InlineData("en", "not sure", "open")]
    [InlineData("en", "lots of clicks", null)]
    public void The_persons_own_reading_is_understood_or_left_alone(string locale, string said, string? verdict)
    {
        var state = RunState.New with { Answers = RunState.New.Answers.Add("own", new Answer(said, FlowValue.Of(said), default)) };
        var talk = new FlowTalk(new Voice(locale, AddressForm.Vous), new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, "Léa", "FR");
        Assert.Equal(verdict, OwnVerdict.Of(new FlowWalk(Running, state, talk, Words), "own"));
    }
}
