using System.Text.Json.Nodes;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Offers;

/// <summary>The outside contract of "offer" (design, section 5).</summary>
[Collection(CommandRun.Name)]
public sealed class OfferCommandTests
{
    [Fact]
    public async Task Plan_prints_one_JSON_object_with_the_fields_of_the_contract()
    {
        var json = await Json("offer plan --baseline 0.03 --lift 0.2 --daily 2400 --json");

        Assert.Equal((13_914, 27_828, 12, 2), ((int)json["perArm"]!, (int)json["total"]!, (int)json["days"]!, (int)json["fullWeeks"]!));
        Assert.InRange((double)json["minimumDetectable"]!, .0037, .0039);
        Assert.NotEmpty(json["warnings"]!.AsArray());
    }

    /// <summary>facts/statistics.md 1.2, unpooled, k = 9: 8,271.3 on the new offer, 74,441.4 on today's.</summary>
    [Theory]
    [InlineData("90:10", 8272, 74442)]
    [InlineData("9:1", 8272, 74442)]
    [InlineData("50:50", 13914, 13914)]
    public async Task An_uneven_split_is_planned_as_it_is_read_with_todays_offer_first(string split, int perArm, int control)
    {
        var json = await Json($"offer plan --baseline 0.03 --lift 0.2 --split {split} --json");

        Assert.Equal((perArm, control), ((int)json["perArm"]!, (int)json["control"]!));
    }

    [Fact]
    public async Task A_split_of_three_parts_plans_three_arms()
    {
        var json = await Json("offer plan --baseline 0.03 --lift 0.2 --split 80:10:10 --json");

        Assert.Equal((int)json["control"]! + 2 * (int)json["perArm"]!, (int)json["total"]!);
    }

    [Fact]
    public async Task Days_and_weeks_are_null_without_traffic()
    {
        var json = await Json("offer plan --baseline 0.03 --to 0.036 --json");

        Assert.True(json.ContainsKey("days") && json["days"] is null && json.ContainsKey("fullWeeks") && json["fullWeeks"] is null);
    }

    [Fact]
    public async Task Read_prints_one_JSON_object_with_the_fields_of_the_contract()
    {
        var json = await Json("offer read --a 10000:200 --b 10000:250 --looks 5 --json");

        Assert.Equal((.02, .025), ((double)json["rateA"]!, (double)json["rateB"]!));
        Assert.Equal(.0008870476, (double)json["newcombe"]![0]!, 1e-9);
        Assert.Equal(.017125829, (double)json["pValue"]!, 1e-8);
        Assert.Equal(.25, (double)json["relativeLift"]!, 1e-12);
        Assert.Equal((.0400644, .5023108), ((double)json["relativeInterval"]![0]!, (double)json["relativeInterval"]![1]!), ((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6);
        Assert.Equal((5, "ship", "ok"), ((int)json["peeking"]!["looks"]!, (string)json["decision"]!, (string)json["srm"]!["verdict"]!));
        Assert.Empty(new[] { "srm", "rateA", "rateB", "wilsonA", "wilsonB", "difference", "newcombe", "method", "pValue", "relativeLift", "relativeInterval", "peeking", "decision", "reason" }.Except(json.Select(p => p.Key)));
        Assert.Empty(new[] { "chi2", "p", "verdict" }.Except(json["srm"]!.AsObject().Select(p => p.Key)));
    }

    [Fact]
    public async Task What_is_undefined_is_null_and_never_NaN()
    {
        var json = await Json("offer read --a 500:0 --b 510:3 --json");

        Assert.True(json["relativeLift"] is null && json["relativeInterval"] is null);
        Assert.Equal("fisher", (string)json["method"]!);
        Assert.Contains("no conversion at all", (string)json["reason"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offer read --a 9000:200 --b 10120:300 --json", "invalid")]
    [InlineData("offer read --a 9000:180 --b 1000:20 --split 90:10 --json", "continue")]
    [InlineData("offer read --a 10000:250 --b 10000:200 --json", "stop")]
    public async Task Decisions_follow_the_contract(string line, string decision) => Assert.Equal(decision, (string)(await Json(line))["decision"]!);

    [Theory]
    [InlineData("offer plan --baseline 3 --lift 0.2", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --split 90-10", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --split 90:0", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --split 80:15:5", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --split 90:10 --arms 3", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --to 0.04 --json", 1)]
    [InlineData("offer plan --baseline 0.03", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0 --locale fr", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --daily -5 --json", 1)]
    [InlineData("offer plan --baseline 0.03 --lift 0.2 --arms 1", 1)]
    [InlineData("offer read --a 10:11 --b 10:1 --json", 1)]
    [InlineData("offer read --a 10 --b 10:1", 1)]
    [InlineData("offer read --a 10:1 --b 10:1 --split 50", 1)]
    [InlineData("offer read --a 10:1 --b 10:1 --looks 0", 1)]
    [InlineData("offer plan --baseline 0.03 --mean 4.2 --deviation 18 --lift 0.2", 1)]
    [InlineData("offer plan --mean 4.2 --lift 0.2 --json", 1)]
    [InlineData("offer plan --mean 4.2 --deviation -1 --lift 0.2 --json", 1)]
    [InlineData("offer read --a 5200:4.2:18 --b 5210:187", 1)]
    [InlineData("offer read --a 5200:4.2:0 --b 5210:4.5:0 --json", 1)]
    [InlineData("offer plan --lift 0.2", 2)]
    [InlineData("offer plan --baseline abc --lift 0.2", 2)]
    [InlineData("offer read --a 10:1", 2)]
    [InlineData("offer read --a 10:1 --b 10:1 --looks 2.5", 2)]
    public async Task A_refusal_is_one_sentence_on_stderr_and_nothing_on_stdout(string line, int exit)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((exit, ""), (run.Exit, run.Out));
        Assert.DoesNotContain("Something failed", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_average_is_planned_with_the_fields_of_the_contract()
    {
        var json = await Json("offer plan --mean 4.2 --deviation 18 --lift 0.1 --daily 5000 --json");

        Assert.Equal((28_833, 57_666, 12, 2), ((int)json["perArm"]!, (int)json["total"]!, (int)json["days"]!, (int)json["fullWeeks"]!));
        Assert.InRange((double)json["minimumDetectable"]!, .26, .28);
        Assert.Equal((4.2, 18), ((double)json["mean"]!, (double)json["deviation"]!));
        Assert.NotEmpty(json["warnings"]!.AsArray());
        Assert.Equal("cannot-be-powered", (string)(await Json("offer plan --mean 4.2 --deviation 18 --lift 0.05 --daily 300 --json"))["verdict"]!);
    }

    [Fact]
    public async Task An_average_is_read_with_welch_and_the_names_of_the_contract_where_they_fit()
    {
        var json = await Json("offer read --a 52000:4.2:18 --b 52100:4.5:18.6 --looks 2 --json");

        Assert.Equal((4.2, 4.5, "welch-t", "ship"), ((double)json["meanA"]!, (double)json["meanB"]!, (string)json["method"]!, (string)json["decision"]!));
        Assert.Equal(.077637996, (double)json["welch"]![0]!, 1e-8);
        Assert.Equal(.008186779, (double)json["pValue"]!, 1e-8);
        Assert.Empty(new[] { "srm", "meanA", "meanB", "difference", "welch", "method", "pValue", "relativeLift", "relativeInterval", "peeking", "decision", "reason" }.Except(json.Select(p => p.Key)));
        Assert.Equal("invalid", (string)(await Json("offer read --a 5200:4.2:18 --b 6100:4.5:18 --json"))["decision"]!);
    }

    [Fact]
    public async Task A_loss_can_be_planned() => Assert.Equal(11_455, (int)(await Json("offer plan --baseline 0.03 --lift -0.2 --json"))["perArm"]!);

    [Theory]
    [InlineData("fr", "contient zéro")]
    [InlineData("en", "includes zero")]
    public async Task Without_json_it_is_a_report_in_the_language_asked_for(string locale, string words)
    {
        var run = await CommandRun.OfAsync("offer", "read", "--a", "5200:156", "--b", "5210:187", "--locale", locale);

        Assert.Equal(0, run.Exit);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> Json(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return JsonNode.Parse(run.Out)!.AsObject();
    }
}
