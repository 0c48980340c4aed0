using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>What the reading holds against a decision, as the code of a sentence; null when nothing does. Works from what the reading made known, since the upload is gone by then.</summary>
internal static class Objection
{
    /// <param name="raise">Of the budget, as a fraction; null when nobody said.</param>
    /// <param name="about">The campaign that the decision names; null for the whole.</param>
    public static string? Against(FlowWalk walk, string decision, double? raise, KeptCampaign? about = null)
    {
        var standing = walk.Lookup("standing")?.Text;
        var proposed = walk.Lookup("action")?.Text;
        bool Is(string name) => walk.Lookup(name)?.Flag == true;
        if (decision == "cut" && about is not null && !Is("counting_broken"))
        {
            return about.Verdict == CampaignVerdict.Losing ? null : "cut-named";
        }

        var tooLarge = decision == "scale" && raise > CampaignDecision.LargestStep + 1e-9 ? "too-large" : null;
        if (decision == proposed)
        {
            return tooLarge;
        }

        return (decision, standing) switch
        {
            ("scale" or "cut", _) when Is("counting_broken") => "counting",
            ("cut", _) when Is("few") => "cut-few",
            ("cut", "loses") when proposed is "hold" => "cut-first",
            ("cut", "open") => "cut-noise",
            ("cut", "pays") => "cut-pays",
            ("cut", "unknown" or null) => "cut-blind",
            ("scale", _) when Is("few") => "scale-few",
            ("scale", "loses") => "scale-loses",
            ("scale", _) when Is("last_step_loses") => "scale-margin",
            ("scale", "open") => "scale-open",
            ("scale", "unknown" or null) => "scale-blind",
            ("scale", _) when proposed is not "scale" => "scale-first",
            ("hold", "loses") when proposed is not "cut" => tooLarge,
            ("hold", "loses") when !Is("few") => "hold-loses",
            _ => tooLarge,
        };
    }

    public static readonly IReadOnlyList<string> Codes = ["too-large", "counting", "cut-named", "cut-few", "cut-noise", "cut-pays", "cut-blind", "scale-few", "scale-loses", "scale-margin", "scale-open", "scale-blind", "scale-first", "cut-first", "hold-loses"];
}
