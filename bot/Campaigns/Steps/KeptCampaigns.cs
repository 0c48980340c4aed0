using System.Text.Json;
using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>The campaigns of a reading, kept in the run as names and figures, so that a decision about one of them can be held against its own numbers.</summary>
internal static class KeptCampaigns
{
    public const string Name = "campaigns";

    private const int Most = 20;
    private const int ShortestWord = 3;

    public static void Keep(FlowWalk walk, CampaignReading reading) => walk.Set(Name, reading.Campaigns.Count < 2 ? null : FlowValue.Of(
        [.. reading.Campaigns.Where(l => l.Name is not null).Take(Most).Select(l => JsonSerializer.Serialize(Of(l)))]));

    public static KeptCampaign Of(CampaignLine line) =>
        new(line.Name!, line.Cost.Conversions, line.Cost.Spend, line.Cost.Cpa, line.Cost.CpaRange.Low, double.IsFinite(line.Cost.CpaRange.High) ? line.Cost.CpaRange.High : null, line.Verdict);

    public static IReadOnlyList<KeptCampaign> Of(FlowWalk walk) =>
        [.. (walk.Lookup(Name)?.List ?? []).Select(json => JsonSerializer.Deserialize<KeptCampaign>(json) ?? throw new JsonException("A kept campaign is null."))];

    /// <summary>The one campaign that some words are about: they hold a word of its name that no other name has.</summary>
    /// <returns>Null when they name none, or several.</returns>
    public static T? Named<T>(IReadOnlyList<T> campaigns, Func<T, string> name, string? words)
        where T : class
    {
        if (words is null || campaigns.Count < 2)
        {
            return null;
        }

        static HashSet<string> Words(string text) => [.. ChoiceMatcher.Fold(text).Split(' ').Where(w => w.Length >= ShortestWord && !w.All(char.IsDigit))];
        var said = Words(words);
        var names = campaigns.Select(c => Words(name(c))).ToArray();
        var meant = campaigns.Where((_, k) => names[k].Any(w => said.Contains(w) && names.Where((_, o) => o != k).All(other => !other.Contains(w)))).Take(2).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }
}

/// <param name="High">Null without an upper limit.</param>
internal sealed record KeptCampaign(string Name, double Conversions, double Spend, double? Cpa, double Low, double? High, CampaignVerdict Verdict);
