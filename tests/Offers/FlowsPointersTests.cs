using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Tests.Offers;

/// <summary>What people say first, and which of the two flows of the mission it starts. What says nothing of either is asked about.</summary>
public sealed class FlowsPointersTests
{
    private static readonly IReadOnlyList<Flow> Flows = new FlowCatalog(PromptsFolder.BesideTheBinary).OfMission("test-offer");

    [Theory]
    [InlineData("je voudrais tester un nouveau prix", "plan-offer-test")]
    [InlineData("combien de visiteurs il me faut pour mon test ?", "plan-offer-test")]
    [InlineData("how many visitors do i need for my test?", "plan-offer-test")]
    [InlineData("we want to test a new price", "plan-offer-test")]
    [InlineData("how long should my test run?", "plan-offer-test")]
    [InlineData("mon test est terminé, tu peux m'aider à le lire ?", "read-offer-test")]
    [InlineData("est-ce que B a gagné ?", "read-offer-test")]
    [InlineData("did B beat A?", "read-offer-test")]
    [InlineData("is my test significant?", "read-offer-test")]
    [InlineData("a/b test result, do we ship it or not?", "read-offer-test")]
    public void The_words_point_to_the_flow_that_is_meant(string said, string flow) => Assert.Equal(flow, FlowPointers.Of(Flows, said)?.Id);

    [Theory]
    [InlineData("price testing")]
    [InlineData("un test sur le paywall")]
    public void What_points_to_neither_or_both_is_asked_about(string said) => Assert.NotEqual("read-offer-test", FlowPointers.Of(Flows, said)?.Id);
}
