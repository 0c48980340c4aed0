using System.Text.Json;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Campaigns.Stories;

/// <summary>Every story in every export that can tell it, through the command as it is run: the decision is an allowed one, and never a forbidden one.</summary>
[Collection(CommandRun.Name)]
public sealed class CampaignStoriesTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-stories-").FullName;

    public static TheoryData<string> Names => [.. CampaignStories.All.Select(s => s.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_story_ends_in_an_allowed_decision_whoever_exported_it(string name)
    {
        var story = CampaignStories.All.Single(s => s.Name == name);
        var wrong = new List<string>();
        foreach (var (format, write, _, _) in StoryExport.All.Where(e => (e.HasDays || !story.NeedsDays) && (e.HasDates || !story.NeedsDates)))
        {
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var (decision, why) = await DecidedAsync(story, write(story.Rows(seed)), format);
                if (!story.Allowed.Split(' ').Contains(decision) || story.Forbidden.Split(' ').Contains(decision))
                {
                    wrong.Add($"{format} {seed}: {decision}{(story.Forbidden.Split(' ').Contains(decision) ? " (forbidden)" : "")}: {why}");
                }
            }
        }

        foreach (var line in wrong)
        {
            output.WriteLine(line);
        }

        Assert.Empty(wrong);
    }

    private const int Seeds = 1;

    private async Task<(string Decision, string Why)> DecidedAsync(CampaignStory story, byte[] file, string format)
    {
        var path = Path.Combine(_folder, $"{story.Name}-{format}.csv");
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync(["campaign", "read", path, "--json", "--locale", "en", .. story.Args.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        if (run.Exit != 0)
        {
            return ("refused", run.Error);
        }

        var said = JsonDocument.Parse(run.Out).RootElement;
        return (said.GetProperty("decision").GetString()!, said.GetProperty("reason").GetString()!);
    }
}
