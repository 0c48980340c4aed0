using CsCheck;
using MathNet.Numerics.Distributions;
using MentorBot.Campaigns;
using MentorBot.Statistics;

namespace MentorBot.Tests.Campaigns;

public sealed class BeforeForecastTests
{
    private static readonly Gen<CampaignPlan> Plans =
        from cpm in Gen.Double[.5, 80]
        from ctr in Gen.Double[.0005, .2]
        from cvr in Gen.Double[.0005, .3]
        from spread in Gen.Double[1, 4]
        from budget in Gen.Double[50, 2e6]
        from days in Gen.Int[1, 365]
        from sets in Gen.Int[1, 40]
        from worth in Gen.Double[.5, 500]
        select Plan(budget, days, sets, worth, Cost(Around(cpm, spread), Around(ctr, spread), Around(cvr, spread)));

    /// <summary>Facts: statistics.md 2.3.</summary>
    [Theory]
    [InlineData(8, .012, .03, 22.222222)]
    [InlineData(9.2, .011, .027, 30.976431)]
    public void A_sale_costs_CPM_over_a_thousand_clicks_and_conversions(double cpm, double ctr, double cvr, double cpa) =>
        Assert.Equal(cpa, Cost(ThreePoint.Point(cpm), ThreePoint.Point(ctr), ThreePoint.Point(cvr)).Cpa, 6);

    [Fact]
    public void The_budget_buys_impressions_clicks_and_sales()
    {
        var forecast = CampaignForecast.Of(Plan(9000, 28, 1, null, Cost(ThreePoint.Point(9), ThreePoint.Point(.01), ThreePoint.Point(.02))))!;

        Assert.Equal((1_000_000, 10_000, 200), (Math.Round(forecast.Impressions!.Value.Expected, 6), Math.Round(forecast.Clicks!.Value.Expected, 6), Math.Round(forecast.Sales.Expected, 6)));
    }

    [Fact]
    public void Without_any_spread_of_the_rates_only_the_chance_of_the_count_is_left()
    {
        var forecast = CampaignForecast.Of(Plan(9600, 28, 1, null, Cpa(ThreePoint.Point(100))))!;

        // 96 sales are known within ± 20 % (statistics.md 3.1).
        Assert.Equal(Math.Exp(.2), forecast.Cpa.High / 100, 3);
        Assert.Equal(.2, CampaignForecast.Precision(96), 3);
    }

    [Fact]
    public void The_range_holds_what_the_assumptions_and_the_count_do_nineteen_times_in_twenty()
    {
        var (cpm, ctr, cvr) = (Around(9, 1.4), Around(.012, 1.6), Around(.02, 1.5));
        var plan = Plan(6000, 28, 1, null, Cost(cpm, ctr, cvr));
        var sales = CampaignForecast.Of(plan)!.Sales;
        var random = new Random(4);
        double Drawn(ThreePoint p) => p.Expected * Math.Exp(Normal.Sample(random, 0, Math.Log(p.High / p.Expected) / 1.96));
        var inside = Enumerable.Range(0, 20_000).Count(_ => Poisson.Sample(random, plan.Budget / (Drawn(cpm) / (1000 * Drawn(ctr) * Drawn(cvr)))) is var n && n >= sales.Low && n <= sales.High);

        Assert.InRange(inside / 20_000.0, .94, .96);
    }

    [Fact]
    public void Every_forecast_is_finite_holds_its_expected_value_and_spends_its_budget() => Plans.Sample(plan =>
    {
        var f = CampaignForecast.Of(plan)!;
        Assert.True(f.Cpa.Low > 0 && f.Cpa.Low <= f.Cpa.Expected && f.Cpa.Expected <= f.Cpa.High);
        Assert.True(f.Sales.Low >= 0 && f.Sales.Low <= f.Sales.Expected && f.Sales.Expected <= f.Sales.High && double.IsFinite(f.Sales.High));
        Assert.Equal(plan.Budget, f.Sales.Expected * f.Cpa.Expected, plan.Budget * 1e-9);
        Assert.Equal(double.IsInfinity(f.Cpa.High), f.Sales.Low == 0);
        Assert.Equal(f.Sensitivity.OrderByDescending(s => Math.Round(s.Swing, 9)), f.Sensitivity);
    });

    [Fact]
    public void More_budget_tells_more_of_the_same_rates() => Plans.Sample(plan =>
    {
        var (less, more) = (CampaignForecast.Of(plan)!.Cpa, CampaignForecast.Of(plan with { Budget = plan.Budget * 4 })!.Cpa);
        Assert.True(more.High - more.Low <= less.High - less.Low || double.IsInfinity(less.High));
    });

    [Theory]
    [InlineData(RateSource.Benchmark)]
    [InlineData(RateSource.Guess)]
    [InlineData(RateSource.BestWeek)]
    internal void Rates_from_elsewhere_or_from_the_best_week_can_cost_more_than_ones_own(RateSource source)
    {
        var typed = new Dictionary<string, ThreePoint> { ["cpm"] = ThreePoint.Point(9), ["ctr"] = ThreePoint.Point(.012), ["cvr"] = ThreePoint.Point(.02) };
        double Dearest(RateSource from) => CampaignForecast.Of(Plan(6000, 28, 1, null, CostModel.Of(typed, from)))!.Cpa.High;

        Assert.True(Dearest(source) > Dearest(RateSource.Own) * 1.2);
    }

    [Fact]
    public void A_best_week_is_hardly_beaten()
    {
        var best = CostModel.Of(new Dictionary<string, ThreePoint> { ["cpc"] = ThreePoint.Point(1), ["cvr"] = ThreePoint.Point(.02) }, RateSource.BestWeek)!;

        Assert.Equal((.9, 1.5), (Math.Round(best.Find("cpc")!.Value.Low, 9), best.Find("cpc")!.Value.High));
        Assert.Equal((.01, .022), (best.Find("cvr")!.Value.Low, Math.Round(best.Find("cvr")!.Value.High, 9)));
    }

    [Theory]
    [InlineData(20.0, Outlook.Losing)]
    [InlineData(45.0, Outlook.LikelyLosing)]
    [InlineData(55.0, Outlook.Unproven)]
    [InlineData(200.0, Outlook.Profitable)]
    [InlineData(null, Outlook.Unknown)]
    internal void The_range_is_held_against_break_even(double? worth, Outlook standing) =>
        Assert.Equal(standing, CampaignForecast.Of(Plan(5000, 28, 1, worth, Cpa(new ThreePoint(40, 50, 62.5))))!.Against(worth));

    [Theory]
    [InlineData(90, GoalReach.Within)]
    [InlineData(120, GoalReach.Stretch)]
    [InlineData(300, GoalReach.OutOfReach)]
    internal void The_sales_are_held_against_the_goal(double goal, GoalReach reach) =>
        Assert.Equal(reach, CampaignForecast.Of(Plan(5000, 28, 1, null, Cpa(new ThreePoint(40, 50, 62.5))))!.Towards(goal));

    [Fact]
    public void What_one_rate_would_have_to_be_to_break_even_costs_exactly_that() => Plans.Sample(plan =>
    {
        foreach (var factor in plan.Cost!.Factors)
        {
            var needed = plan.Cost.ValueFor(factor, plan.Worth!.Value);
            Assert.Equal(plan.Worth!.Value, plan.Cost.CpaWith(f => f == factor ? needed : f.Value.Expected), plan.Worth.Value * 1e-9);
        }
    });

    [Fact]
    public void With_no_sale_to_be_hoped_for_the_cost_has_no_upper_limit()
    {
        var forecast = CampaignForecast.Of(Plan(100, 7, 1, 50, Cpa(new ThreePoint(80, 100, 125))))!;

        Assert.Equal((0, double.PositiveInfinity), (forecast.Sales.Low, forecast.Cpa.High));
    }

    /// <summary>Facts: statistics.md 3.5: 50 events per ad set in 7 days, so a daily budget of 50 x CPA / 7.</summary>
    [Theory]
    [InlineData(4000, 1, 1, true)]
    [InlineData(4000, 3, 1, false)]
    [InlineData(3999, 1, 0, false)]
    [InlineData(12000, 3, 3, true)]
    public void Meta_learns_from_fifty_sales_per_ad_set_a_week(double budget, int sets, int fed, bool enough)
    {
        var need = LearningNeed.Of(Plan(budget, 28, sets, null, null), cpa: 20)!;

        Assert.Equal((1000, fed, enough), (need.BudgetPerUnit, need.UnitsFed, need.IsFed));
        Assert.Equal(budget / 4 / 20 / sets, need.Expected, 9);
    }

    [Theory]
    [InlineData("meta", true)]
    [InlineData("tiktok", false)]
    [InlineData("google", false)]
    public void Only_a_rule_that_was_checked_passes_for_checked(string platform, bool verified) => Assert.Equal(verified, LearningRule.Of(platform)!.Verified);

    /// <summary>Facts: statistics.md 3.1, exact limits of 30 and of 4 conversions.</summary>
    [Theory]
    [InlineData(1500, 50, 35.0247, 74.1075)]
    [InlineData(300, 75, 29.2923, 275.2634)]
    [InlineData(12000, 30, 27.1994, 33.1715)]
    public void A_look_shows_the_range_of_the_cost_that_one_would_read(double budget, double cpa, double low, double high)
    {
        var end = SignalDay.Of(Plan(budget, 2, 1, null, null), cpa)[^1];

        Assert.Equal((low, high), (Math.Round(end.CpaRange.Low, 4), Math.Round(end.CpaRange.High, 4)));
    }

    /// <summary>Facts: statistics.md 3.1: zero conversions still leave a cost of spend / 3.6889 possible.</summary>
    [Theory]
    [InlineData(3.68, null)]
    [InlineData(3.70, 0)]
    public void No_sale_at_all_proves_nothing_before_nearly_four_were_paid_for(double salesWorth, int? stop) =>
        Assert.Equal(stop, SignalDay.Of(Plan(salesWorth * 50, 2, 1, 50, null), cpa: 50)[^1].StopAtMost);

    [Fact]
    public void A_campaign_is_stopped_or_called_profitable_only_when_the_whole_range_says_so() => Plans.Sample(plan =>
    {
        foreach (var day in SignalDay.Of(plan, plan.Cost!.Cpa))
        {
            var toPay = day.Spend / plan.Worth!.Value;
            if (day.StopAtMost is { } stop)
            {
                Assert.True(PoissonCounts.Range(stop).High < toPay && PoissonCounts.Range(stop + 1).High >= toPay);
                Assert.True(stop < (day.ProvenFrom ?? int.MaxValue));
            }

            if (day.ProvenFrom is { } proven)
            {
                Assert.True(PoissonCounts.Range(proven).Low > toPay && PoissonCounts.Range(proven - 1).Low <= toPay);
            }
        }
    });

    [Theory]
    [InlineData(2, "2")]
    [InlineData(7, "3,7")]
    [InlineData(10, "3,7,10")]
    [InlineData(60, "3,7,14,60")]
    public void Looks_are_planned_for_days_3_7_and_14_and_the_end(int days, string looks) =>
        Assert.Equal(looks, string.Join(',', SignalDay.Of(Plan(1000, days, 1, 20, null), 20).Select(s => s.Day)));

    [Fact]
    public void A_held_out_group_is_sized_for_half_of_the_sales_coming_anyway()
    {
        var plan = Plan(9000, 28, 1, 50, Cost(ThreePoint.Point(9), ThreePoint.Point(.01), ThreePoint.Point(.02)));
        var holdout = IncrementalityPlan.Of("holdout", plan, CampaignForecast.Of(plan));

        // 200 sales among 333,333 people: .0006 against .0003, one in five held out.
        Assert.Equal(333_333, holdout.Reached!.Value, 1.0);
        var (treated, held) = SampleSize.Unequal(.0003, .0006, .25);
        Assert.Equal((treated + held, true), (holdout.People!.Value, holdout.Feasible));
        Assert.False(IncrementalityPlan.Of("holdout", plan with { Budget = 900 }, CampaignForecast.Of(plan with { Budget = 900 })).Feasible);
    }

    /// <summary>Facts: statistics.md 3.3: at least 15 days.</summary>
    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_test_by_regions_takes_fifteen_days(int days, bool feasible) => Assert.Equal(feasible, IncrementalityPlan.Of("geo", Plan(1000, days, 1, null, null), null).Feasible);

    [Fact]
    public void A_sound_plan_has_no_weak_point_and_is_launched()
    {
        var plan = Plan(40_000, 28, 1, 120, Cpa(new ThreePoint(45, 50, 55)), goal: 700);

        Assert.Equal(("", "launch"), Weak(plan, ["all"], RateSource.Own, excludes: true, "geo"));
    }

    [Theory]
    [InlineData("tag", "tag-untested", "delay")]
    [InlineData("consent", "consent-untested", "delay")]
    [InlineData("dedup", "double-count", "delay")]
    [InlineData("utm", "no-utm", "launch")]
    [InlineData("page", "page-unchecked", "launch")]
    public void What_was_not_tested_is_named(string missing, string code, string advice) =>
        Assert.Equal((code, advice), Weak(Plan(40_000, 28, 1, 120, Cpa(new ThreePoint(45, 50, 55))), [.. new[] { "tag", "dedup", "consent", "utm", "page" }.Where(t => t != missing)], RateSource.Own, excludes: true, "geo"));

    [Theory]
    [InlineData(40_000, 28, 3, 20, "losing", "delay")]
    [InlineData(40_000, 28, 1, 49, "likely-losing", "test")]
    [InlineData(40_000, 28, 9, 120, "too-thin", "reduce")]
    [InlineData(6_000, 28, 1, 120, "starved", "test")]
    [InlineData(1_000, 28, 1, 240, "starved", "test")]
    public void The_costliest_weak_point_comes_first_and_decides(double budget, int days, int sets, double worth, string first, string advice)
    {
        var (codes, advised) = Weak(Plan(budget, days, sets, worth, Cpa(new ThreePoint(45, 50, 55))), ["all"], RateSource.Own, excludes: true, "geo");

        Assert.Equal((first, advice), (codes.Split(' ')[0], advised));
    }

    [Fact]
    public void A_goal_that_pays_more_per_sale_than_it_is_worth_is_seen_without_any_rate()
    {
        var (codes, advice) = Weak(Plan(6000, 28, 1, 20, null, goal: 150), ["all"], null, excludes: true, "geo");

        Assert.Equal(("likely-losing no-rates starved", "test"), (codes, advice));
    }

    private static (string Codes, string Advice) Weak(CampaignPlan plan, string[] tested, RateSource? source, bool excludes, string way)
    {
        var forecast = CampaignForecast.Of(plan);
        var weak = WeakPoints.Of(plan, forecast, BeforeDesk.LearningOf(plan, forecast), new LaunchChecks(tested, source, excludes, IncrementalityPlan.Of(way, plan, forecast)));
        return (string.Join(' ', weak.Codes), weak.Advice);
    }

    private static CampaignPlan Plan(double budget, int days, int sets, double? worth, CostModel? cost, double? goal = null) => new(budget, days, "meta", sets, goal, worth, cost);

    private static ThreePoint Around(double expected, double spread) => new(expected / spread, expected, expected * spread);

    private static CostModel Cost(ThreePoint cpm, ThreePoint ctr, ThreePoint cvr) => new([new CostFactor("cpm", cpm, true), new CostFactor("ctr", ctr, false), new CostFactor("cvr", cvr, false)]);

    private static CostModel Cpa(ThreePoint cpa) => new([new CostFactor("cpa", cpa, true)]);
}
