using System.Text.Json;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Language;

namespace MentorBot.Tests.Offers;

/// <summary>Cases worked out before the code by somebody who had not seen it, from the definitions alone. Only counts are shown, so that they stay blind.</summary>
[Collection(CommandRun.Name)]
public sealed class BlindOffersTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_blind_test_gets_its_decision()
    {
        var (right, all) = (0, 0);
        foreach (var item in Read("cases.json").GetProperty("cases").EnumerateArray())
        {
            string[] args = ["offer", "read", "--a", Text(item, "a"), "--b", Text(item, "b"), "--json", .. Option(item, "split"), .. Option(item, "looks")];
            var run = await CommandRun.OfAsync(args);
            all++;
            right += run.Exit == 0 && JsonDocument.Parse(run.Out).RootElement.GetProperty("decision").GetString() == Text(item, "decision") ? 1 : 0;
        }

        output.WriteLine($"{right} of {all} decisions");
        Assert.True(all >= 60);
        Assert.Equal(all, right);
    }

    [Fact]
    public async Task Every_blind_plan_gets_its_size_and_weeks()
    {
        var (right, all) = (0, 0);
        foreach (var item in Read("plans.json").EnumerateArray())
        {
            var run = await CommandRun.OfAsync(["offer", "plan", "--json", .. item.GetProperty("args").EnumerateArray().Select(a => a.GetString() ?? "")]);
            var plan = run.Exit == 0 ? JsonDocument.Parse(run.Out).RootElement : default;
            all++;
            right += run.Exit == 0 && new[] { "perArm", "total", "days", "fullWeeks" }.All(n => plan.GetProperty(n).ToString() == item.GetProperty(n).ToString()) ? 1 : 0;
        }

        output.WriteLine($"{right} of {all} plans");
        Assert.True(all >= 25);
        Assert.Equal(all, right);
    }

    [Fact]
    public async Task Every_blind_bad_input_is_refused_in_one_sentence()
    {
        var (right, all) = (0, 0);
        foreach (var item in Read("cases.json").GetProperty("refused").EnumerateArray())
        {
            var args = item.GetProperty("args").EnumerateArray().Select(a => a.GetString() ?? "").ToList();
            var run = await CommandRun.OfAsync(["offer", args.Contains("--baseline") ? "plan" : "read", .. args]);
            all++;
            right += run.Exit is 1 or 2 && run.Out.Length == 0 && run.Error.Trim() is { Length: > 10 } sentence && !sentence.Contains("   at ", StringComparison.Ordinal) && !sentence.Contains("should not have", StringComparison.Ordinal) ? 1 : 0;
        }

        output.WriteLine($"{right} of {all} refusals");
        Assert.True(all >= 15);
        Assert.Equal(all, right);
    }

    private static string[] Option(JsonElement item, string name) => item.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? ["--" + name, value.ToString()] : [];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Prompts.TestFolder, "Offers", "Blind", file))).RootElement;
}
