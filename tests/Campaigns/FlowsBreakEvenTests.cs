using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

public sealed class FlowsBreakEvenTests
{
    private const string Structure = """
          - {id: before, kind: known}
          - {id: break_even, kind: break-even}
          - {id: end, kind: close}
        """;

    private const string Words = """
        steps:
          break_even:
            label: "Break-even"
            ask: "What does a sale leave?"
            too-much: "0 to 100%"
            target-words: [target, cible]
            choices: {margin: "Money", share: "Percent", target: "Target CPA", unknown: "No idea"}
            how: {margin: "How much?", share: "What share?", target: "What CPA?", order: "What is a sale worth?"}
          end: {text: "how {{break_even_how}}, money {{break_even_money_text}}, share {{break_even_share_text}}, order {{order_value_text}}"}
        """;

    [Theory]
    [InlineData("€45", "how margin, money €45, share , order")]
    [InlineData("about 45 euros per sale", "how margin, money €45, share , order")]
    [InlineData("40%", "how share, money , share 40%, order")]
    [InlineData("40% of €80", "how share, money , share 40%, order €80")]
    [InlineData("target CPA €30", "how target, money €30, share , order")]
    public async Task One_typed_figure_says_what_a_sale_brings(string typed, string known)
    {
        var table = Table(worth: 62);
        await table.StartAsync();
        Assert.Equal(known, await table.TypeAsync(typed));
    }

    [Fact]
    public async Task A_figure_that_may_be_money_or_a_percentage_is_asked_about()
    {
        var table = Table(worth: 62);
        await table.StartAsync();
        var asked = await table.TypeAsync("40");
        Assert.Contains("€40 per sale", asked, StringComparison.Ordinal);
        Assert.Contains("40% of the price", asked, StringComparison.Ordinal);
        Assert.Equal("how share, money , share 40%, order", await table.PressAsync("1"));
    }

    [Fact]
    public async Task A_share_needs_the_value_of_a_sale_where_the_file_has_none()
    {
        var table = Table(worth: null);
        await table.StartAsync();
        Assert.Equal("What is a sale worth?", await table.TypeAsync("40%"));
        Assert.Equal("how share, money , share 40%, order €80", await table.TypeAsync("80"));
    }

    [Fact]
    public async Task A_button_asks_for_its_figure_and_then_takes_it_bare()
    {
        var table = Table(worth: 62);
        await table.StartAsync();
        Assert.Equal("What CPA?", await table.PressAsync("target"));
        Assert.Equal("how target, money €30, share , order", await table.TypeAsync("30"));
    }

    [Theory]
    [InlineData("140%")]
    [InlineData("0%")]
    public async Task A_margin_that_cannot_be_is_asked_again(string typed)
    {
        var table = Table(worth: 62);
        await table.StartAsync();
        Assert.StartsWith("0 to 100%", await table.TypeAsync(typed), StringComparison.Ordinal);
        Assert.Equal(RunPhase.Open, table.State.Phase);
    }

    [Fact]
    public async Task Not_knowing_goes_on_without_a_break_even()
    {
        var table = Table(worth: 62);
        await table.StartAsync();
        Assert.Equal("how unknown, money , share , order", await table.TypeAsync("no idea", Gesture.DontKnow));
    }

    private static FlowTable Table(double? worth)
    {
        (string, FlowValue)[] known = [("currency", FlowValue.Of("EUR")), .. worth is { } w ? [("worth_each", FlowValue.Of(w, "EUR"))] : Array.Empty<(string, FlowValue)>()];
        return new FlowTable(Structure, Words, FlowKnown.Of(known), new BreakEvenKind());
    }
}
