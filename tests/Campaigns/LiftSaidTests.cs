using MentorBot.Campaigns;
using MentorBot.Statistics;

namespace MentorBot.Tests.Campaigns;

public sealed class LiftSaidTests
{
    [Theory]
    [InlineData("exclus 30 000:420, exposés 90 000:1 530", "fr", null)]
    [InlineData("exposés 90 000 : 1 530 ; exclus 30 000 : 420, dépense 12 000 €", "fr", 12_000.0)]
    [InlineData("held out 30,000:420, exposed 90,000:1,530", "en", null)]
    [InlineData("held out 30,000:420, exposed 90,000:1,530, €12,000", "en", 12_000.0)]
    [InlineData("30000 people 420 sales, then 90000 people 1530 sales", "en", null)]
    public void Two_groups_are_read_however_their_thousands_are_written(string typed, string locale, double? spend)
    {
        var said = LiftSaid.Read(typed, locale);

        Assert.NotNull(said);
        Assert.Equal((new Arm(420, 30_000), new Arm(1_530, 90_000), spend), (said.HeldOut, said.Exposed, said.Spend));
    }

    [Theory]
    [InlineData("on a fait +12 %")]
    [InlineData("exclus 30 000:420")]
    [InlineData("exclus 0:0, exposés 90 000:1 530")]
    [InlineData("")]
    public void Anything_else_is_no_test(string typed) => Assert.Null(LiftSaid.Read(typed, "fr"));
}
