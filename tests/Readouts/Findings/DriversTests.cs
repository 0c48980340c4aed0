using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class DriversTests
{
    [Fact]
    public void A_cost_per_conversion_that_rose_is_split_over_its_chain_as_the_worked_example()
    {
        var driver = Drivers(CauseTables.DearerImpressions()).Single(f => f.Metric == "cpa");

        Assert.Equal((22.22, 30.98), (driver.Number("before"), driver.Number("after")), Near(.6));
        Assert.Equal((3.68, 2.29), (driver.Number("effect_cpm"), driver.Number("effect_ctr")), Near(.3));
        Assert.Equal(2.78, driver.Number("effect_cvr"), .3);
        Assert.Equal("cpm", driver.Evidence["largest"]);
        Assert.Equal(Severity.Info, driver.Severity);
        Assert.True(driver.Number("n") > 1000);
    }

    [Fact]
    public void Effects_add_up_to_the_move_and_shares_to_one()
    {
        foreach (var driver in CauseTables.All().SelectMany(Drivers))
        {
            var factors = CauseWords.Factors(driver.Evidence);
            Assert.Equal(driver.Number("after") - driver.Number("before"), factors.Sum(f => driver.Number("effect_" + f)), 1e-9 * driver.Number("before"));
            Assert.True(Equals(driver.Evidence["hidden"], true) || Math.Abs(factors.Sum(f => driver.Number("share_" + f)) - 1) < 1e-9);
        }
    }

    [Fact]
    public void A_flat_total_over_two_opposite_moves_is_told()
    {
        var driver = Drivers(CauseTables.FlatOverTwoMoves()).Single(f => f.Metric == "conversions");

        Assert.Equal(true, driver.Evidence["hidden"]);
        Assert.InRange(driver.Number("change"), -.03, .03);
        Assert.True(driver.Number("effect_clicks_all") > 0 && driver.Number("effect_cvr") < 0);
    }

    [Fact]
    public void Value_that_fell_with_the_basket_is_the_basket() =>
        Assert.Contains(Drivers(CauseTables.Baskets()), f => f is { Metric: "conv_value" } && Equals(f.Evidence["largest"], "aov"));

    [Fact]
    public void Conversions_that_fell_with_the_visits_are_the_visits() =>
        Assert.Equal("sessions", Assert.Single(Drivers(CauseTables.SiteVisits())).Evidence["largest"]);

    [Fact]
    public void The_main_metric_comes_first_and_there_are_at_most_two()
    {
        var drivers = Drivers(CauseTables.DearerImpressions());

        Assert.Equal(2, drivers.Length);
        Assert.Equal("conversions", drivers[0].Metric);
    }

    [Fact]
    public void The_week_that_was_asked_for_is_compared_with_the_one_before()
    {
        var clicks = Series.Daily(28, 9000, .02, seed: 3);
        var driver = Assert.Single(Drivers(new KpiTableBuilder().With("clicks_all", clicks).With("conversions", [.. clicks.Select((v, i) => Math.Round(v * (i < 21 ? .05 : .03)))]), CompareMode.Previous));

        Assert.Equal((KpiTableBuilder.Monday.AddDays(21), KpiTableBuilder.Monday.AddDays(14)), (driver.From, driver.Evidence["beforeFrom"]));
        Assert.Equal("cvr", driver.Evidence["largest"]);
    }

    [Fact]
    public void Noise_has_no_driver() =>
        Assert.Empty(Drivers(new KpiTableBuilder().With("clicks_all", Series.Daily(28, 400, .1)).With("conversions", 4, 3, 5, 2, 6, 2, 2, 3, 2, 3, 2, 4, 1, 2, 4, 3, 5, 2, 6, 2, 2, 3, 2, 3, 2, 4, 1, 2)));

    [Fact]
    public void An_outage_of_the_tag_has_no_driver() =>
        Assert.Empty(Drivers(new KpiTableBuilder().With("clicks_all", Series.Daily(35, 900, seed: 2)).With("conversions", Series.Daily(35, 40, .1, seed: 3, factor: i => i is >= 20 and <= 23 ? 0 : 1))));

    [Fact]
    public void A_move_of_a_metric_without_a_chain_has_no_driver() =>
        Assert.Empty(Drivers(new KpiTableBuilder().With("sessions", Series.Daily(56, 4000, factor: i => i < 28 ? 1 : .6))));

    [Fact]
    public void The_arithmetic_shows_a_line_per_factor_and_their_sum()
    {
        var readout = FindingsTests.Read(CauseTables.DearerImpressions());
        var lines = new ReadoutArithmetic(Texts.Load(FlowTexts)).OfFinding(readout, readout.Findings.First(f => f is { Code: "driver", Metric: "cpa" }), new Voice("en", AddressForm.Vous));

        Assert.Equal(3, lines.Count(l => l.Contains("× ln(", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith("Sum of the effects = +€8", StringComparison.Ordinal));
    }

    private static string FlowTexts => Path.Combine(AppContext.BaseDirectory, "prompts");

    private static Finding[] Drivers(KpiTableBuilder table) => Drivers(table, CompareMode.Whole);

    private static Finding[] Drivers(KpiTableBuilder table, CompareMode mode) => [.. FindingsTests.Read(table, mode).Findings.Where(f => f.Code == "driver")];

    private static IEqualityComparer<(double, double)> Near(double by) =>
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) <= by && Math.Abs(a.Item2 - b.Item2) <= by);
}
