using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

public sealed class FlowsDecisionTests
{
    private const string Structure = """
          - {id: before, kind: known}
          - {id: decision, kind: campaign-decision}
          - {id: end, kind: close}
        """;

    private const string Words = """
        steps:
          decision:
            label: "Decision"
            ask: "What now?"
            again: "What now, then?"
            stand: "I stand by it"
            change: "I change my mind"
            scale: [scal, rais]
            cut: [cut, stop]
            double: [doubl]
            not: ["not", "don"]
            choices: {scale: Scale, hold: Hold, cut: Cut, fix: Fix, test: Test}
            objection: {too-large: too-large, counting: counting, cut-named: "cut-named {{named}}", cut-few: cut-few, cut-noise: cut-noise, cut-pays: cut-pays, cut-blind: cut-blind, scale-few: scale-few, scale-loses: scale-loses, scale-margin: scale-margin, scale-open: scale-open, scale-blind: scale-blind, hold-loses: hold-loses}
          end: {text: "{{decision}}, raise {{raise_said_text}}, stood by: {{stood_by_text}}"}
        """;

    /// <summary>coaching.md 6.5, step 12: no cut on noise, no raise where the last sales lose, none beyond a fifth.</summary>
    [Theory]
    [InlineData("cut", "open", "hold", null, "cut-noise")]
    [InlineData("cut", "open", "hold", "few", "cut-few")]
    [InlineData("cut", "loses", "cut", null, null)]
    [InlineData("cut", "pays", "scale", null, "cut-pays")]
    [InlineData("cut", "unknown", "hold", null, "cut-blind")]
    [InlineData("scale", "pays", "scale", null, null)]
    [InlineData("scale", "pays", "hold", "last_step_loses", "scale-margin")]
    [InlineData("scale", "open", "hold", null, "scale-open")]
    [InlineData("scale", "loses", "cut", null, "scale-loses")]
    [InlineData("scale", "pays", "fix", "counting_broken", "counting")]
    [InlineData("hold", "loses", "cut", null, "hold-loses")]
    [InlineData("hold", "pays", "scale", null, null)]
    [InlineData("test", "loses", "cut", null, null)]
    public async Task A_decision_that_the_reading_contradicts_is_challenged(string decision, string standing, string proposed, string? also, string? objection)
    {
        var table = Table(standing, proposed, also);
        await table.StartAsync();
        var said = await table.PressAsync(decision);
        Assert.Equal(objection is not null, table.State.Pending is not null);
        Assert.Equal(objection, objection is null ? null : said.Split('\n')[0]);
    }

    [Fact]
    public async Task Whoever_stands_by_it_is_believed_at_once()
    {
        var table = Table("open", "hold");
        await table.StartAsync();
        await table.PressAsync("cut");
        Assert.Equal("Cut, raise , stood by: yes", await table.PressAsync("1"));
    }

    [Fact]
    public async Task Whoever_changes_their_mind_is_asked_again()
    {
        var table = Table("open", "hold");
        await table.StartAsync();
        await table.PressAsync("cut");
        Assert.StartsWith("What now, then?", await table.PressAsync("0"), StringComparison.Ordinal);
        Assert.Equal("Hold, raise , stood by: no", await table.PressAsync("hold"));
    }

    [Theory]
    [InlineData("raise it by 50%", "too-large")]
    [InlineData("double it", "too-large")]
    public async Task More_than_a_fifth_at_once_is_challenged_even_where_scaling_is_right(string typed, string objection)
    {
        var table = Table("pays", "scale");
        await table.StartAsync();
        Assert.StartsWith(objection, await table.TypeAsync(typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raise by 15 %", "Scale, raise 15%, stood by: no")]
    [InlineData("wait for the agency's answer", "wait for the agency&apos;s answer, raise , stood by: no")]
    [InlineData("do not cut yet, talk to finance", "do not cut yet, talk to finance, raise , stood by: no")]
    public async Task Own_words_count_and_a_denied_action_is_no_action(string typed, string kept)
    {
        var table = Table("pays", "scale");
        await table.StartAsync();
        Assert.Equal(kept.Replace("&apos;", "'", StringComparison.Ordinal), await table.TypeAsync(typed));
    }

    [Fact]
    public async Task What_the_last_sales_cost_is_said_before_the_size_of_the_step()
    {
        var table = Table("pays", "hold", "last_step_loses");
        await table.StartAsync();
        Assert.StartsWith("scale-margin", await table.TypeAsync("double it"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut the alpha campaign", false)]
    [InlineData("cut the beta campaign", true)]
    public async Task Cutting_one_campaign_is_held_against_its_own_figures(string typed, bool challenged)
    {
        KeptCampaign[] campaigns = [new("Alpha | Prospecting", 80, 8000, 100, 80, 125, CampaignVerdict.Losing), new("Beta | Prospecting", 4, 300, 75, 29, 275, CampaignVerdict.TooFew)];
        var table = Table("pays", "scale", null, (KeptCampaigns.Name, FlowValue.Of([.. campaigns.Select(c => System.Text.Json.JsonSerializer.Serialize(c))])));
        await table.StartAsync();
        var said = await table.TypeAsync(typed);
        Assert.Equal(challenged, said.StartsWith("cut-named Beta | Prospecting", StringComparison.Ordinal));
        Assert.Equal(challenged, table.State.Pending is not null);
    }

    [Fact]
    public async Task A_bare_figure_decides_nothing()
    {
        var table = Table("pays", "scale");
        await table.StartAsync();
        await table.TypeAsync("38");
        Assert.Null(table.State.Answers.GetValueOrDefault("decision"));
    }

    [Fact]
    public async Task What_the_reading_supports_is_the_first_button()
    {
        var table = Table("loses", "cut");
        Assert.Contains("1. Cut", await table.StartAsync(), StringComparison.Ordinal);
    }

    private static FlowTable Table(string standing, string proposed, string? also = null, params (string, FlowValue)[] more)
    {
        (string, FlowValue)[] known = [("standing", FlowValue.Of(standing)), ("action", FlowValue.Of(proposed)), .. also is null ? Array.Empty<(string, FlowValue)>() : [(also, FlowValue.Of(true))], .. more];
        return new FlowTable(Structure, Words, FlowKnown.Of(known), new CampaignDecisionKind());
    }
}
