using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>What the reading holds against a decision, as the code of a sentence; null when nothing does. Works from what the reading made known, since the upload is gone by then.</summary>
internal static class Objection
{
    /// <param name="raise">Of the budget, as a fraction; null when nobody said.</param>
    public static string? Against(FlowWalk walk, string decision, double? raise)
    {
        var standing = walk.Lookup("standing")?.Text;
        var proposed = walk.Lookup("action")?.Text;
        bool Is(string name) => walk.Lookup(name)?.Flag == true;
        if (decision == "scale" && raise > CampaignDecision.LargestStep + 1e-9)
        {
            return "too-large";
        }

        if (decision == proposed)
        {
            return null;
        }

        return (decision, standing) switch
        {
            ("scale" or "cut", _) when Is("counting_broken") => "counting",
            ("cut", _) when Is("few") => "cut-few",
            ("cut", "open") => "cut-noise",
            ("cut", "pays") => "cut-pays",
            ("cut", "unknown" or null) => "cut-blind",
            ("scale", _) when Is("few") => "scale-few",
            ("scale", "loses") => "scale-loses",
            ("scale", _) when Is("last_step_loses") => "scale-margin",
            ("scale", "open") => "scale-open",
            ("scale", "unknown" or null) => "scale-blind",
            ("hold", "loses") when !Is("few") => "hold-loses",
            _ => null,
        };
    }

    public static readonly IReadOnlyList<string> Codes = ["too-large", "counting", "cut-few", "cut-noise", "cut-pays", "cut-blind", "scale-few", "scale-loses", "scale-margin", "scale-open", "scale-blind", "hold-loses"];
}
