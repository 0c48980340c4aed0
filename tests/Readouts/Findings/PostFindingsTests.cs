using MathNet.Numerics.Distributions;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts.Findings;

public sealed class PostFindingsTests
{
    private static readonly DateOnly Monday = KpiTableBuilder.Monday;

    [Fact]
    public void Posts_younger_than_a_week_are_named_with_their_ages_and_left_out()
    {
        var readout = Read(Every(2, Levels(30, 1000)));
        var finding = Only(readout, "post-age");

        // The latest of 30 posts is the day of the export: ages 0, 2, 4 and 6 are young.
        Assert.Equal((4.0, 30.0, 0.0, 6.0, 7.0), (finding.Number("n"), finding.Number("posts"), finding.Number("youngest"), finding.Number("oldest"), finding.Number("maturity")));
        Assert.Equal((Monday.AddDays(52), Monday.AddDays(58), Severity.Info), (finding.From, finding.To, finding.Severity));
        Assert.Equal(26, Only(readout, "within-noise").Number("n"));
    }

    [Fact]
    public void When_the_file_was_made_a_week_later_no_post_is_young() => Assert.DoesNotContain("post-age", Codes(Read(Every(2, Levels(30, 1000)).MadeOn(Monday.AddDays(65)))));

    [Fact]
    public void Posts_of_one_day_are_equally_old_and_all_compared()
    {
        var readout = Read(new KpiTableBuilder().Posts().On([.. Enumerable.Repeat(Monday, 12)]).With("views_content", Levels(12, 1000)).MadeOn(Monday.AddDays(2)));

        Assert.DoesNotContain("post-age", Codes(readout));
        Assert.Equal(("post-threshold", 12), (readout.Decidable.Code, readout.Decidable.Evidence["n"]));
    }

    [Fact]
    public void A_long_video_needs_four_weeks_and_a_short_one_week()
    {
        var lengths = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 600.0 : 45).ToArray();
        var young = Read(Every(2, Levels(40, 1000)).Posts("youtube-studio").With("video_length", lengths)).Findings.Where(f => f.Code == "post-age").ToArray();

        Assert.Equal([(7.0, PostMaturity.Shorts), (28.0, PostMaturity.LongVideo)], young.Select(f => (f.Number("maturity"), f.Segment!)).OrderBy(f => f.Item1));
        Assert.Equal([2.0, 7.0], young.Select(f => f.Number("n")).Order());
        Assert.All(young, f => Assert.Equal(20, f.Number("posts")));
    }

    [Fact]
    public void A_viral_post_is_named_with_what_it_does_to_the_mean()
    {
        var views = Levels(30, 1000);
        views[12] = 18_000;
        var readout = Read(Every(2, views).Key("post_title", [.. Enumerable.Range(0, 30).Select(i => $"Sujet {i}")]));
        var finding = Only(readout, "viral-outlier");
        var mature = views.Take(26).ToArray();

        Assert.Equal((Severity.Info, Monday.AddDays(24), "Sujet 12"), (finding.Severity, finding.From, finding.Evidence["post"]));
        Assert.Equal(18_000 / mature.Sum(), finding.Number("share"), 1e-9);
        Assert.Equal((mature.Average(), mature.Where(v => v < 18_000).Average()), (finding.Number("mean"), finding.Number("meanWithout")));
        Assert.InRange(finding.Number("times"), 14, 22);
        Assert.Equal(26, finding.Number("n"));
    }

    [Theory]
    [InlineData(2.6)]
    [InlineData(2.9)]
    public void A_merely_good_post_is_not_viral(double times)
    {
        var views = Enumerable.Range(0, 30).Select(i => 1000.0 + i % 5).ToArray();
        views[12] = 1000 * times;

        Assert.DoesNotContain("viral-outlier", Codes(Read(Every(2, views))));
    }

    [Fact]
    public void On_a_wide_spread_four_times_the_median_is_ordinary()
    {
        var views = Levels(40, 1000, sigma: 1);
        views[12] = 4500;

        Assert.DoesNotContain("viral-outlier", Codes(Read(Every(2, views))));
    }

    [Fact]
    public void Among_fewer_than_eight_posts_none_is_viral() => Assert.DoesNotContain("viral-outlier", Codes(Read(Every(9, 1000, 1100, 900, 1050, 950, 50_000, 1000))));

    [Fact]
    public void People_reached_are_not_added_into_a_share_or_a_mean()
    {
        var reach = Levels(30, 1000);
        reach[12] = 18_000;
        var finding = Only(Read(Every(2, "reach", reach)), "viral-outlier");

        Assert.Null(finding.Evidence["share"]);
        Assert.Null(finding.Evidence["mean"]);
        Assert.Null(Read(Every(2, "reach", reach)).Metrics.Single().Total);
    }

    [Fact]
    public void Posts_that_halve_are_a_real_change_and_one_finding_over_its_figures()
    {
        var views = Levels(60, 4000, factor: i => i >= 28 ? .4 : 1);
        var readout = Read(Every(1, views).With("reactions", [.. views.Select(v => Math.Round(v * .05))]));
        var finding = Only(readout, "real-change");

        Assert.Equal((Severity.Warning, "views_content", "posts", "down", "reactions"), (finding.Severity, finding.Metric, finding.Evidence["basis"], finding.Evidence["direction"], finding.Evidence["alsoMetrics"]));
        Assert.True(finding.Number("low") < finding.Number("change") && finding.Number("change") < finding.Number("high") && finding.Number("high") < 0);
        Assert.InRange(finding.Number("change"), -.7, -.45);
        Assert.Equal("name-the-cause", readout.Decidable.Code);
    }

    [Fact]
    public void Young_posts_alone_do_not_make_a_fall()
    {
        // The last week stands at a tenth of its plateau.
        var readout = Read(Every(1, Levels(40, 4000, factor: i => i > 32 ? .1 : 1)));

        Assert.DoesNotContain("real-change", Codes(readout));
        Assert.Equal(7, Only(readout, "post-age").Number("n"));
    }

    [Fact]
    public void A_difference_inside_the_noise_says_how_many_posts_would_settle_it()
    {
        var finding = Only(Read(Every(1, Levels(40, 4000, factor: i => i >= 17 ? 1.3 : 1, sigma: .4))), "within-noise");

        Assert.Equal((Severity.Info, "posts", "posts"), (finding.Severity, finding.Evidence["basis"], finding.Evidence["nUnit"]));
        Assert.True(finding.Evidence["needed"] is Needed.Never || finding.Number("needed") > finding.Number("n"));
        Assert.True(finding.Number("low") < 0 || Equals(true, finding.Evidence["borderline"]));
    }

    [Fact]
    public void Compared_with_the_month_before_the_last_four_weeks_are_taken()
    {
        var finding = Only(Read(Every(1, Levels(100, 4000, factor: i => i >= 65 ? .35 : 1)), CompareMode.Previous), "real-change");

        Assert.Equal((28.0, 28.0), (finding.Number("nBefore"), finding.Number("nAfter")));
        Assert.Equal(Monday.AddDays(92), finding.To);
    }

    [Fact]
    public void Few_posts_are_a_small_sample_with_the_posts_and_weeks_needed()
    {
        var readout = Read(Every(3, 900, 1200, 700, 1500, 800, 1000));
        var finding = Only(readout, "small-sample");

        Assert.Equal((3.0, 8.0, "posts"), (finding.Number("n"), finding.Number("needed"), finding.Evidence["neededUnit"]));
        Assert.True(finding.Number("neededWeeks") >= 1);
        Assert.Equal("wait-for-posts", readout.Decidable.Code);
        Assert.DoesNotContain("small-sample", Codes(Read(Every(3, Levels(11, 1000)))));
    }

    [Fact]
    public void A_rare_format_stands_behind_the_reading_of_the_main_one()
    {
        var readout = Read(Every(2, Levels(30, 1000)).Key("post_type", [.. Enumerable.Range(0, 30).Select(i => i is 3 or 9 ? "Story" : "Reel")]));

        Assert.Equal("within-noise", readout.Findings[0].Code);
        Assert.Equal("Story", Only(readout, "small-sample").Segment);
        Assert.Equal(("post-threshold", "Reel"), (readout.Decidable.Code, readout.Decidable.Evidence["segment"]));
    }

    [Fact]
    public void A_format_on_another_level_is_told_once_and_formats_that_overlap_are_not_ranked()
    {
        string[] types = [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? "Reel" : "Photo")];
        var finding = Only(Read(Every(1, Levels(60, 2000, factor: i => i % 2 == 0 ? 2.5 : 1)).Key("post_type", types)), "format-gap");

        Assert.Equal(Severity.Info, finding.Severity);
        Assert.True(finding.Segment == "Reel" == (finding.Number("low") > 0) && finding.Segment == "Photo" == (finding.Number("high") < 0));
        Assert.DoesNotContain("format-gap", Codes(Read(Every(1, Levels(60, 2000)).Key("post_type", types))));
    }

    [Fact]
    public void A_good_post_is_the_upper_quartile_of_its_format()
    {
        var readout = Read(Every(7, [500, 100, 900, 300, 700, 200, 800, 400, 600, 5]));

        Assert.Equal(("post-threshold", 700.0, 500.0, 9), (readout.Decidable.Code, readout.Decidable.Evidence["good"], readout.Decidable.Evidence["median"], readout.Decidable.Evidence["n"]));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var table = SteadyPosts.Of(seed);
            var order = Enumerable.Range(0, table.RowCount).OrderBy(_ => seed * 7919 % (_ + 3)).ThenByDescending(i => i).ToArray();
            var shuffled = table with
            {
                Dates = [.. order.Select(i => table.Dates[i])],
                Metrics = [.. table.Metrics.Select(m => m with { Values = [.. order.Select(i => m.Values[i])] })],
                Keys = [.. table.Keys.Select(k => k with { Codes = [.. order.Select(i => k.Codes[i])] })],
            };
            Assert.Equal(Told(table), Told(shuffled));
        }

        static string[] Told(MentorBot.Tables.KpiTable table) =>
            [.. ReadTable.Read(table, new ReadoutOptions(new DateOnly(2027, 6, 1))).Findings.Select(f => $"{f.Code} {f.Metric} {f.Segment} {f.From} {f.To} {string.Join(";", f.Evidence.Select(e => $"{e.Key}={(e.Value is double d ? Math.Round(d, 9) : e.Value)}"))}")];
    }

    [Theory]
    [InlineData("fr", "publication")]
    [InlineData("en", "post")]
    public void The_chart_has_a_dot_per_post_its_band_the_viral_one_and_the_young_ones(string locale, string word)
    {
        var views = Levels(30, 1000);
        views[12] = 18_000;
        var readout = Read(Every(2, views));
        var chart = new ReadoutChart(Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))).Of(readout, new Voice(locale, AddressForm.Tu))!;

        Assert.True(chart is { Dots: true, Log: true });
        Assert.Equal((30, 1, 4), (chart.Points.Count, chart.Points.Count(p => p.Flagged), chart.Points.Count(p => p.Partial)));
        Assert.All(chart.Points, p => Assert.True(p.Low < p.Expected && p.Expected < p.High));
        Assert.Contains(word, chart.AltText, StringComparison.Ordinal);
        Assert.NotEmpty(MentorBot.Charts.ChartImage.Png(chart, locale, 340));
    }

    private static double[] Levels(int count, double level, Func<int, double>? factor = null, double sigma = .3)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(level * Math.Exp(Normal.Sample(random, 0, sigma)) * (factor?.Invoke(i) ?? 1)))];
    }

    private static KpiTableBuilder Every(int days, params double[] views) => Every(days, "views_content", views);

    private static KpiTableBuilder Every(int days, string metric, double[] values) => new KpiTableBuilder().Posts().On([.. Enumerable.Range(0, values.Length).Select(i => Monday.AddDays(i * days))]).With(metric, values);

    private static Readout Read(KpiTableBuilder table, CompareMode mode = CompareMode.Whole) => FindingsTests.Read(table, mode);

    private static IEnumerable<string> Codes(Readout readout) => readout.Findings.Select(f => f.Code);

    private static Finding Only(Readout readout, string code) => Assert.Single(readout.Findings, f => f.Code == code);
}
