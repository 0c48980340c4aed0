using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class FindingsTests
{
    private static readonly DateOnly Later = new(2027, 6, 1);
    private static readonly DateOnly Monday = KpiTableBuilder.Monday;

    [Fact]
    public void Totals_add_volumes_recompute_ratios_and_leave_people_alone()
    {
        var readout = Read(new KpiTableBuilder().Undated().With("impressions", 10_000, 500, 100).With("clicks_all", 100, 25, 9).With("ctr", .01, .05, .09).With("reach", 8_000, 400, 90));

        Assert.Equal(10_600, Total(readout, "impressions"));
        Assert.Equal(134.0 / 10_600, Total(readout, "ctr")!.Value, 1e-12);
        Assert.Null(Total(readout, "reach"));
        Assert.Null(readout.Period);
    }

    [Fact]
    public void A_ratio_without_its_numerator_is_weighted_by_its_denominator() =>
        Assert.Equal(4.36, Total(Read(new KpiTableBuilder().Undated().With("impressions", 1000, 200, 50).With("position", 3, 12, 1)), "position")!.Value, 1e-9);

    [Fact]
    public void Totals_row_is_dropped_and_kept_as_a_check()
    {
        var readout = Read(new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("clicks_all", 100, 50).Stating(("clicks_all", 150)));

        Assert.Equal(["totals-row-dropped"], Codes(readout).Where(c => c != "small-sample"));
        Assert.Equal(999, Only(readout, "totals-row-dropped").Number("line"));
    }

    [Fact]
    public void Rows_that_do_not_reach_the_stated_total_are_a_truncated_export()
    {
        var finding = Only(Read(new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("clicks_all", 100, 50).Stating(("clicks_all", 200))), "truncated-export");

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(("clicks_all", .25), (finding.Metric, finding.Number("missing")));
    }

    [Fact]
    public void A_subtotal_that_the_rows_reach_excuses_the_account_total() =>
        Assert.DoesNotContain("truncated-export", Codes(Read(new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("clicks_all", 100, 50).Stating(("clicks_all", 400)).Stating(("clicks_all", 150)))));

    [Fact]
    public void A_total_that_is_the_sum_of_people_is_told()
    {
        var finding = Only(Read(new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("reach", 8000, 5000).Stating(("reach", 13_000))), "non-additive-summed");

        Assert.Equal(8000, finding.Number("largest"));
        Assert.DoesNotContain("non-additive-summed", Codes(Read(new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("reach", 8000, 5000).Stating(("reach", 9_500)))));
    }

    [Fact]
    public void Several_currencies_leave_money_without_total_and_without_ratio()
    {
        var readout = Read(new KpiTableBuilder().Undated().In("EUR", "GBP").With("spend", 100, 50).With("clicks_all", 10, 10).With("cpc", 10, 5));

        Assert.Null(Total(readout, "spend"));
        Assert.Null(Total(readout, "cpc"));
        Assert.Equal(20, Total(readout, "clicks_all"));
        Assert.Equal("mixed-currency", readout.Findings[0].Code);
    }

    [Fact]
    public void Repeated_rows_are_told_with_both_lines_and_stay_in_the_total()
    {
        var readout = Read(new KpiTableBuilder().On(Monday, Monday, Monday).Key("campaign", "A", "B", "A").With("spend", 12.5, 30, 12.5).With("clicks_all", 40, 50, 40));
        var finding = Only(readout, "duplicate-rows");

        Assert.Equal((1, 4, 2), (finding.Number("n"), finding.Number("line"), finding.Number("sameAsLine")));
        Assert.Equal(130, Total(readout, "clicks_all"));
    }

    [Fact]
    public void Small_rows_that_are_alike_by_chance_are_not_repeats() =>
        Assert.DoesNotContain("duplicate-rows", Codes(Read(new KpiTableBuilder().On(Monday, Monday).Key("campaign", "A", "A").With("impressions", 3, 3).With("clicks_all", 1, 1))));

    [Fact]
    public void A_stated_ratio_of_other_columns_is_told_and_rounding_is_not()
    {
        Assert.Equal(2, Only(Read(new KpiTableBuilder().Undated().With("impressions", 10_000, 20_000, 5_000).With("clicks_all", 100, 310, 50).With("ctr", .021, .0155, .018)), "ratio-mismatch").Number("n"));
        Assert.DoesNotContain("ratio-mismatch", Codes(Read(new KpiTableBuilder().Undated().With("impressions", 10_000, 20_300, 5_100).With("clicks_all", 123, 317, 51).With("ctr", .0123, .0156, .01))));
    }

    [Fact]
    public void The_day_the_file_was_made_is_partial_and_not_judged()
    {
        var clicks = Series.Daily(28, 400, factor: i => i == 27 ? .4 : 1);
        var readout = Read(new KpiTableBuilder().With("clicks_all", clicks).MadeOn(Monday.AddDays(27)));

        Assert.Equal([Monday.AddDays(27)], readout.Period!.PartialDays);
        Assert.Equal(Severity.Info, Only(readout, "partial-period").Severity);
        Assert.DoesNotContain("outlier-day", Codes(readout));
        Assert.Equal(clicks.Sum(), Total(readout, "clicks_all"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(27)]
    public void An_edge_below_its_own_level_is_partial(int day)
    {
        var readout = Read(new KpiTableBuilder().With("impressions", Series.Daily(28, 9000, seed: 3, factor: i => i == day ? .45 : 1)).With("clicks_all", Series.Daily(28, 400, factor: i => i == day ? .4 : 1)));

        Assert.Equal([Monday.AddDays(day)], readout.Period!.PartialDays);
        Assert.DoesNotContain("outlier-day", Codes(readout));
    }

    [Fact]
    public void A_week_that_starts_on_a_Wednesday_is_not_partial()
    {
        var wednesday = Monday.AddDays(2);
        var readout = Read(new KpiTableBuilder().Weekly().On([.. Enumerable.Range(0, 10).Select(i => wednesday.AddDays(7 * i))]).With("clicks_all", 401, 390, 412, 405, 398, 407, 395, 403, 399, 410));

        Assert.Empty(readout.Period!.PartialDays);
        Assert.Equal(70, readout.Period.Days);
    }

    [Theory]
    [InlineData(2.0, "up")]
    [InlineData(.4, "down")]
    public void One_odd_day_is_one_finding(double factor, string direction)
    {
        var readout = Read(new KpiTableBuilder().With("clicks_all", Series.Daily(35, 400, factor: i => i == 26 ? factor : 1)));
        var finding = Only(readout, "outlier-day");

        Assert.Equal(Monday.AddDays(26), finding.From);
        Assert.Equal(direction, finding.Evidence["direction"]);
        Assert.True(finding.Number("low") < finding.Number("expected") && finding.Number("expected") < finding.Number("high"));
        Assert.Equal(35, finding.Number("n"));
    }

    [Fact]
    public void Neighbouring_odd_days_are_one_finding()
    {
        var finding = Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(42, 400, factor: i => i is 20 or 21 or 22 ? 2 : 1))), "outlier-day");

        Assert.Equal((Monday.AddDays(20), Monday.AddDays(22)), (finding.From, finding.To));
    }

    [Fact]
    public void A_weekend_on_a_few_counts_is_no_odd_day() =>
        Assert.DoesNotContain("outlier-day", Codes(Read(new KpiTableBuilder().With("conversions", 2, 1, 3, 0, 2, 0, 0, 1, 4, 2, 1, 3, 0, 1, 2, 2, 0, 3, 1, 0, 0, 5, 1, 2, 2, 1, 0, 1))));

    [Fact]
    public void Conversions_that_stop_while_clicks_go_on_are_one_tracking_break()
    {
        var readout = Read(new KpiTableBuilder().With("spend", Series.Daily(35, 500, seed: 1, decimals: 2)).With("clicks_all", Series.Daily(35, 900, seed: 2))
            .With("conversions", Series.Daily(35, 40, .1, seed: 3, factor: i => i is >= 20 and <= 23 ? 0 : 1)).With("conv_value", Series.Daily(35, 2400, .15, seed: 4, factor: i => i is >= 20 and <= 23 ? 0 : 1)));
        var finding = Only(readout, "tracking-break");

        Assert.Equal(("conversions", Monday.AddDays(20), Monday.AddDays(23), Severity.Critical), (finding.Metric, finding.From, finding.To, finding.Severity));
        Assert.Equal("conv_value", finding.Evidence["alsoMetrics"]);
        Assert.Same(finding, readout.Findings[0]);
        Assert.DoesNotContain("outlier-day", Codes(readout));
        Assert.DoesNotContain("real-change", Codes(readout));
    }

    [Fact]
    public void Cells_left_blank_while_clicks_go_on_are_a_tracking_break_too()
    {
        var conversions = Series.Daily(35, 40, .1, seed: 3, factor: _ => 1).Select((v, i) => i is 20 or 21 ? double.NaN : v).ToArray();
        var readout = Read(new KpiTableBuilder().With("spend", Series.Daily(35, 500, seed: 1, decimals: 2)).With("clicks_all", Series.Daily(35, 900, seed: 2)).With("conversions", conversions));
        var finding = Only(readout, "tracking-break");

        Assert.Equal((Monday.AddDays(20), Monday.AddDays(21)), (finding.From, finding.To));
    }

    [Fact]
    public void More_conversions_than_clicks_is_questioned_and_not_refused()
    {
        var readout = Read(new KpiTableBuilder().Undated().With("clicks_all", 120).With("conversions", 300));
        var finding = Only(readout, "implausible");

        Assert.Equal(("conversions", 300.0, 120.0), (finding.Metric, finding.Evidence["observed"], finding.Evidence["limit"]));
        Assert.Equal(300, readout.Metrics.Single(m => m.Id == "conversions").Total);
    }

    [Fact]
    public void When_everything_stops_it_is_not_the_tracking()
    {
        var readout = Read(new KpiTableBuilder().With("clicks_all", Series.Daily(35, 900, seed: 2, factor: i => i is 20 or 21 ? 0 : 1)).With("conversions", Series.Daily(35, 40, .1, factor: i => i is 20 or 21 ? 0 : 1)));

        Assert.DoesNotContain("tracking-break", Codes(readout));
        Assert.Contains("outlier-day", Codes(readout));
    }

    [Fact]
    public void A_level_shift_is_dated_and_carries_its_range()
    {
        var finding = Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(56, 400, .08, factor: i => i >= 33 ? .7 : 1))), "real-change");

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.InRange(finding.From!.Value.DayNumber - Monday.DayNumber, 32, 34);
        Assert.InRange(finding.Number("change"), -.36, -.24);
        Assert.True(finding.Number("low") < -.3 && finding.Number("high") > -.3 && finding.Number("high") < 0);
    }

    [Fact]
    public void From_nothing_is_a_real_change_without_a_percentage()
    {
        var finding = Only(Read(new KpiTableBuilder().With("conversions", [.. new double[14], .. Series.Daily(28, 30, .1)])), "real-change");

        Assert.Equal(Monday.AddDays(14), finding.From);
        Assert.Equal(0, finding.Number("before"));
        Assert.Null(finding.Evidence["change"]);
    }

    [Fact]
    public void A_cpa_that_doubles_is_a_real_change_upwards()
    {
        var spend = Series.Daily(56, 1000, .03, decimals: 2);
        var conversions = Series.Daily(56, 50, .1, seed: 8, factor: i => i >= 28 ? .5 : 1);
        var finding = Read(new KpiTableBuilder().With("spend", spend).With("conversions", conversions).With("cpa", [.. spend.Select((s, i) => Math.Round(s / conversions[i], 2))])).Findings.Single(f => f is { Code: "real-change", Metric: "cpa" });

        Assert.InRange(finding.Number("change"), .7, 1.3);
        Assert.InRange(finding.Number("before"), 18, 22);
        Assert.Equal("up", finding.Evidence["direction"]);
    }

    [Theory]
    [InlineData(CompareMode.Whole)]
    [InlineData(CompareMode.Previous)]
    internal void Noise_is_told_with_its_range_and_what_would_settle_it(CompareMode mode)
    {
        double[] leads = [4, 3, 5, 2, 6, 2, 2, 3, 2, 3, 2, 4, 1, 2];
        var finding = Read(new KpiTableBuilder().With("conversions", leads), mode).Findings.Single(f => f.Code == "within-noise");

        Assert.Equal((24.0, 17.0, 41.0), (finding.Number("before"), finding.Number("after"), finding.Number("n")));
        Assert.Equal(-.292, finding.Number("change"), 1e-3);
        Assert.InRange(finding.Number("low"), -.65, -.61);
        Assert.InRange(finding.Number("high"), .31, .40);
        Assert.InRange(finding.Number("needed"), 41, 1000);
        Assert.Equal(Severity.Info, finding.Severity);
    }

    [Fact]
    public void Compared_with_last_week_a_halving_is_real()
    {
        var finding = Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(28, 400, factor: i => i >= 21 ? .5 : 1)), CompareMode.Previous), "real-change");

        Assert.Equal("previous", finding.Evidence["basis"]);
        Assert.Equal((Monday.AddDays(21), Monday.AddDays(27), Monday.AddDays(14)), (finding.From, finding.To, finding.Evidence["beforeFrom"]));
    }

    [Fact]
    public void Compared_with_last_year_the_same_weekdays_are_taken()
    {
        var finding = Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(400, 400, factor: i => i >= 372 ? 1.4 : 1)), CompareMode.LastYear), "real-change");

        Assert.Equal(364, finding.From!.Value.DayNumber - ((DateOnly)finding.Evidence["beforeFrom"]!).DayNumber);
        Assert.InRange(finding.Number("change"), .3, .5);
    }

    [Fact]
    public void Without_last_year_in_the_file_the_days_needed_are_told() =>
        Assert.Equal(371, Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(60, 400)), CompareMode.LastYear), "small-sample").Number("needed"));

    [Fact]
    public void Thirty_conversions_are_a_small_sample_with_the_range_of_their_cost()
    {
        var finding = Only(Read(new KpiTableBuilder().Undated().With("spend", 1500).With("conversions", 30)), "small-sample");

        Assert.Equal(96, finding.Number("needed"));
        Assert.Equal(35.0247, finding.Number("costLow"), 1e-3);
        Assert.Equal(74.1075, finding.Number("costHigh"), 1e-3);
    }

    [Fact]
    public void No_conversion_at_all_never_gets_there()
    {
        var finding = Only(Read(new KpiTableBuilder().With("clicks_all", Series.Daily(28, 40)).With("conversions", new double[28])), "small-sample");

        Assert.Equal("never", finding.Evidence["needed"]);
    }

    [Fact]
    public void Every_open_question_says_what_would_settle_it()
    {
        var open = Gallery.All().SelectMany(r => r.Findings).Where(f => f.Code is "within-noise" or "small-sample").ToArray();

        Assert.True(open.Length > 10);
        Assert.All(open, f => Assert.True(f.Evidence["needed"] is Needed.Never || f.Number("needed") > 0));
    }

    [Fact]
    public void Every_reading_ends_with_something_to_decide() => Assert.All(Gallery.All(), r => Assert.NotEmpty(r.Decidable.Code));

    internal static Readout Read(KpiTableBuilder table, CompareMode mode = CompareMode.Whole) => ReadTable.Read(table.Build(), new ReadoutOptions(Later, mode));

    private static double? Total(Readout readout, string metric) => readout.Metrics.Single(m => m.Id == metric).Total;

    private static IEnumerable<string> Codes(Readout readout) => readout.Findings.Select(f => f.Code);

    private static Finding Only(Readout readout, string code) => Assert.Single(readout.Findings, f => f.Code == code);
}
