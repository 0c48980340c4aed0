using MentorBot.Language;

namespace MentorBot.Tests.Language;

public sealed class SpellingTests
{
    private static readonly Spelling Spelling = new(["bonjour", "stop", "pause", "question", "reformuler"], ["campagn"]);

    [Theory]
    [InlineData("bnojour", "bonjour")]
    [InlineData("quesiton", "question")]
    [InlineData("reforumlé", "reforumlé")]
    [InlineData("reformulre", "reformuler")]
    [InlineData("campagne", "campagne")]
    [InlineData("stp", "stp")]
    [InlineData("paused", "paused")]
    [InlineData("xylophone", "xylophone")]
    public void A_slip_is_mended_within_bounds(string typed, string meant) => Assert.Equal(meant, Spelling.Correct(typed));

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_a_swap_as_one(string a, string b, int expected) => Assert.Equal(expected, Spelling.Distance(a, b, 5));
}
