using System.Globalization;
using System.Text.Json.Nodes;
using MentorBot.Tests.Builders.Exports;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Campaigns.Running;

/// <summary>The outside contract of <c>campaign read</c>, on the program as it is run: design, section 5.</summary>
[Collection(CommandRun.Name)]
public sealed class CampaignCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-campaign-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Json_holds_the_readout_and_the_challenge_and_nothing_else()
    {
        var (code, output, error) = await RunAsync("campaign", "read", Export(), "--break-even-cpa", "40", "--json", "--locale", "en");
        var json = JsonNode.Parse(output)!.AsObject();

        Assert.Equal((0, ""), (code, error));
        Assert.Empty(new[] { "source", "period", "currency", "rows", "metrics", "findings", "questions", "ignoredColumns", "campaigns", "breakEvenCpa", "verdicts", "decision", "reason" }.Except(json.Select(p => p.Key)));
        Assert.Equal(40, json["breakEvenCpa"]!.GetValue<double>());
        var campaigns = json["campaigns"]!.AsArray();
        Assert.All(campaigns, c => Assert.Equal(2, c!["cpaInterval"]!.AsArray().Count));
        Assert.Equal(json["metrics"]!.AsArray().Single(m => m!["id"]!.GetValue<string>() == "spend")!["total"]!.GetValue<double>(), campaigns.Sum(c => c!["spend"]!.GetValue<double>()), 2);
    }

    [Fact]
    public async Task Words_come_in_the_language_asked_for_with_the_decision_in_them()
    {
        Assert.Contains("Décision : ", (await RunAsync("campaign", "read", Export(), "--margin", "0.4", "--locale", "fr")).Output, StringComparison.Ordinal);
        Assert.Contains("Decision: ", (await RunAsync("campaign", "read", Export(), "--margin", "0.4", "--locale", "en")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_break_even_it_reads_and_says_so()
    {
        var (code, output, _) = await RunAsync("campaign", "read", Export(), "--json", "--locale", "en");
        var json = JsonNode.Parse(output)!;

        Assert.Equal(0, code);
        Assert.Null(json["breakEvenCpa"]);
        Assert.Equal("unknown", json["verdicts"]!["economics"]!.GetValue<string>());
    }

    /// <summary>€60 at 45% leaves €27; €12 a month at 80% with 4% leaving, facts/statistics.md 3.2: 12 × .8 ÷ .04 = €240.</summary>
    [Theory]
    [InlineData("basket €60, margin 45%", "en", 27)]
    [InlineData("panier 60 €, marge 45 %", "fr", 27)]
    [InlineData("subscription €12/month, margin 80%, churn 4%", "en", 240)]
    public async Task What_a_sale_is_worth_may_be_said_in_words(string worth, string locale, double breakEven)
    {
        var (code, output, error) = await RunAsync("campaign", "read", Export(), "--worth", worth, "--json", "--locale", locale);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(breakEven, JsonNode.Parse(output)!["breakEvenCpa"]!.GetValue<double>(), 6);
    }

    [Theory]
    [InlineData("a lot")]
    [InlineData("")]
    public async Task A_worth_without_figures_is_refused_with_one_sentence(string worth)
    {
        var (code, output, error) = await RunAsync("campaign", "read", Export(), "--worth", worth, "--locale", "en");

        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--lift-held-out", "30000:420")]
    [InlineData("--worth", "basket €60, margin 45%", "--margin", "0.4")]
    [InlineData("--lift-held-out", "420", "--lift-exposed", "90000:1530")]
    public async Task Half_a_lift_test_and_two_break_evens_are_wrong_usage(params string[] options) =>
        Assert.Equal(2, (await RunAsync(["campaign", "read", Export(), .. options])).Code);

    /// <summary>facts/statistics.md 3.3: 1,530 less 90,000 × 420 ÷ 30,000 is 270 more sales; €12,000 for them is €44.44 each.</summary>
    [Fact]
    public async Task A_finished_lift_test_is_read_beside_the_file()
    {
        var (code, output, _) = await RunAsync("campaign", "read", Export(), "--break-even-cpa", "40", "--lift-held-out", "30000:420", "--lift-exposed", "90000:1530", "--lift-spend", "12000", "--json", "--locale", "en");
        var evidence = JsonNode.Parse(output)!["findings"]!.AsArray().Single(f => f!["code"]!.GetValue<string>() == "lift-known")!["evidence"]!;

        Assert.Equal(0, code);
        Assert.Equal(270, evidence["extra"]!.GetValue<double>(), 6);
        Assert.Equal(44.44, evidence["each"]!.GetValue<double>(), .01);
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("sessions.csv", "Date,Sessions\n2026-09-01,400\n2026-09-02,410\n")]
    [InlineData("empty.csv", "")]
    public async Task What_is_no_campaign_is_refused_with_one_sentence(string name, string? content)
    {
        if (content is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), content, TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await RunAsync("campaign", "read", Path.Combine(_folder, name), "--break-even-cpa", "40", "--locale", "en");

        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--break-even-cpa", "40", "--margin", "0.4")]
    [InlineData("--break-even-cpa", "0")]
    [InlineData("--break-even-cpa", "-4")]
    [InlineData("--break-even-cpa", "forty")]
    [InlineData("--margin", "40")]
    [InlineData("--margin", "0,4")]
    [InlineData("--colour", "red")]
    public async Task Wrong_usage_is_two(params string[] options)
    {
        var (code, output, error) = await RunAsync(["campaign", "read", Export(), .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error);
    }

    private string Export()
    {
        var path = Path.Combine(_folder, "export.csv");
        File.WriteAllBytes(path, GoogleAdsExport.Write(Story.Days(new StoryLine(), 7, new DateOnly(2026, 9, 7), 42), french: false, utf16: false));
        return path;
    }

    /// <summary>On a machine that writes a comma in its numbers.</summary>
    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            return await CommandRun.OfAsync(arguments);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
