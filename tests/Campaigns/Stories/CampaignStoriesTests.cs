using System.Text.Json;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Campaigns.Stories;

/// <summary>Every story in exports that can tell it, through the command as it is run: the decision is an allowed one, and never a forbidden one.</summary>
[Collection(CommandRun.Name)]
public sealed class CampaignStoriesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-stories-").FullName;

    public static TheoryData<string> Names => [.. CampaignStories.All.Select(s => s.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_story_ends_in_an_allowed_decision_whoever_exported_it(string name)
    {
        var (story, place) = CampaignStories.All.Select((s, k) => (s, k)).Single(s => s.s.Name == name);
        var exports = StoryExport.All.Where(e => (e.HasDays || !story.NeedsDays) && (e.HasDates || !story.NeedsDates)).ToArray();
        var wrong = new List<string>();
        foreach (var k in Enumerable.Range(0, EveryExport ? exports.Length : Few))
        {
            var (format, write, _, _) = exports[(place + k * (exports.Length / Few)) % exports.Length];
            var (decision, why) = await DecidedAsync(story, write(story.Rows(1)), format);
            if (!story.Allowed.Split(' ').Contains(decision) || story.Forbidden.Split(' ').Contains(decision))
            {
                wrong.Add($"{format}: {decision}{(story.Forbidden.Split(' ').Contains(decision) ? " (forbidden)" : "")}: {why}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Of the exports that can tell a story, each story takes some, the next story others.</summary>
    private const int Few = 2;

    /// <summary>All of them take minutes: MENTORBOT_STORIES=all.</summary>
    private static bool EveryExport => Environment.GetEnvironmentVariable("MENTORBOT_STORIES") == "all";

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
