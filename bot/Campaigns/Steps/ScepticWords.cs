using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>The sceptic's sentences from a kept weak spot, where the reading itself is gone.</summary>
internal static class ScepticWords
{
    private const int LongestQuote = 90;

    public static string Who(FlowWalk walk, WeakSpot spot) => walk.T("running.sceptic.who." + CampaignText.Wire(spot.Asks));

    public static string Ask(FlowWalk walk, WeakSpot spot) => Say(walk, spot, "ask");

    public static string Needs(FlowWalk walk, WeakSpot spot) => Say(walk, spot, "needs");

    /// <summary>What the answer lacked, by name.</summary>
    public static string Names(FlowWalk walk, IReadOnlyList<Expectation> expected) => string.Join(", ", expected.Select(e => walk.T("campaigns.sceptic.expect." + CampaignText.Wire(e))));

    /// <summary>A sentence as the end of another one.</summary>
    public static string Within(string sentence) => sentence.Length < 2 || char.IsUpper(sentence[1]) ? sentence.TrimEnd('.') : char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');

    /// <summary>The person's own words, cut at a word where they are long.</summary>
    public static string Quote(string said)
    {
        var one = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (one.Length <= LongestQuote)
        {
            return one;
        }

        var cut = one.LastIndexOf(' ', LongestQuote);
        return one[..(cut > LongestQuote / 2 ? cut : LongestQuote)].TrimEnd(',', ';', ':', '.') + "…";
    }

    private static string Say(FlowWalk walk, WeakSpot spot, string part) =>
        walk.T($"campaigns.sceptic.{spot.Code}.{part}",
            [.. spot.Evidence.Select(e => (e.Key, e.Value)), .. spot.Evidence.Where(e => e.Value is double or DateOnly).Select(e => ("has_" + e.Key, (object?)true)), ("currency", walk.Lookup("currency")?.Text)]);
}
