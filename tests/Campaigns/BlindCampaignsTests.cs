using System.Text.Json;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Language;

namespace MentorBot.Tests.Campaigns;

/// <summary>Simulated exports whose allowed and forbidden decisions were written by somebody who had not seen the rules. Only counts are shown, so that they stay blind.</summary>
[Collection(CommandRun.Name)]
public sealed class BlindCampaignsTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(Prompts.TestFolder, "Campaigns", "Blind");

    [Fact]
    public async Task Blind_campaigns_get_an_allowed_decision_and_never_a_forbidden_one()
    {
        var (all, read, refused, allowed, forbidden, economics) = (0, 0, 0, 0, 0, 0);
        foreach (var item in JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "expected.json"), TestContext.Current.CancellationToken)).RootElement.EnumerateArray())
        {
            all++;
            var run = await CommandRun.OfAsync(["campaign", "read", Path.Combine(Folder, item.GetProperty("file").GetString() ?? ""), "--json", .. Texts(item, "args").OfType<string>()]);
            if (run.Exit != 0)
            {
                // A file that answers no question is sent back with what to export instead, and nothing else.
                refused += run is { Exit: 1, Out: "", Error.Length: > 0 } ? 1 : 0;
                continue;
            }

            var said = JsonDocument.Parse(run.Out).RootElement;
            var decision = said.GetProperty("decision").GetString() ?? "";
            read++;
            allowed += Texts(item, "allowed").Contains(decision) ? 1 : 0;
            forbidden += Texts(item, "forbidden").Contains(decision) ? 1 : 0;
            economics += Texts(item, "economics").Contains(said.GetProperty("verdicts").GetProperty("economics").GetString()) ? 1 : 0;
        }

        output.WriteLine($"{read} of {all} read, {refused} sent back; decision allowed {allowed}, forbidden {forbidden}; economics as allowed {economics}");
        Assert.True(all >= 45);
        Assert.True(read >= LeastRead && read + refused == all, $"{read} of {all} read, {refused} sent back");
        Assert.True(allowed >= Least * all && forbidden <= MostForbidden, $"{read} of {all} read; decision allowed {allowed}, forbidden {forbidden}; economics {economics}");
    }

    // As measured: 62 read and 3 sent back, 61 allowed, 1 forbidden (58 and 2 before the decision table). What is missing is work, and no excuse to grow worse.
    private const int LeastRead = 62;
    private const double Least = .93;
    private const int MostForbidden = 1;

    private static List<string?> Texts(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(t => t.GetString())];
}
