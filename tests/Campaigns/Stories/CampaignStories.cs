using MentorBot.Tests.Campaigns.Running;

namespace MentorBot.Tests.Campaigns.Stories;

/// <summary>Accounts of every kind, each with what may and what must not be decided about it. A break-even of 40 a sale, unless the story says otherwise.</summary>
internal static class CampaignStories
{
    private const double Never = double.PositiveInfinity;

    public static readonly IReadOnlyList<CampaignStory> All =
    [
        // What loses.
        new("all-lose", 56, "cut", "scale hold", One(200, 75)),
        new("all-lose-a-little-beyond-chance", 84, "cut test", "scale", One(400, 52)),
        new("one-of-three-loses", 56, "cut", "scale hold", new("Prospecting", _ => 200, _ => 24), new("Display", _ => 150, _ => 95), new("Search generic", _ => 150, _ => 28)),
        new("loses-by-its-margin", 56, "cut", "scale hold", One(250, 60) with { Value = 70 }) { Args = "--margin 0.4" },
        new("no-sale-for-thirty-break-evens", 42, "fix cut test", "scale hold", One(30, Never)),
        new("no-sale-in-one-for-ten-break-evens", 42, "cut fix test", "scale", new("Search generic", _ => 200, _ => 20), new("Display", _ => 25, _ => Never)) { NeedsDays = true },

        // What pays.
        new("pays-with-room", 84, "scale", "cut fix", Steps("Prospecting", 200, 26, 250, 27, 320, 28)),
        new("pays-at-one-level", 56, "scale test", "cut fix", One(250, 22)),
        new("all-of-three-pay", 56, "scale test", "cut fix", new("Prospecting", _ => 200, _ => 20), new("Video", _ => 150, _ => 24), new("Search generic", _ => 150, _ => 18)),
        new("pays-by-its-margin", 56, "scale test", "cut fix", One(250, 20) with { Value = 90 }) { Args = "--margin 0.4" },
        new("pays-with-one-good-week", 70, "scale hold test", "cut", new Simulated("Prospecting", i => i is >= 28 and < 35 ? 400 : 200, i => i is >= 28 and < 35 ? 12 : 26)),

        // The next euro does not pay.
        new("last-raise-brought-nothing", 84, "hold cut test", "scale", Steps("Prospecting", 200, 20, 300, 28, 420, 39)) { NeedsDates = true },
        new("last-raise-brought-half", 84, "hold cut test", "scale", Steps("Prospecting", 200, 22, 300, 27.5, 450, 34)) { NeedsDates = true },
        new("budget-doubled-and-cost-with-it", 70, "hold cut test fix", "scale", new Simulated("Prospecting", i => i < 35 ? 200 : 420, i => i < 35 ? 20 : 37)) { NeedsDates = true },

        // Chance, or too little.
        new("too-small", 14, "hold test", "cut scale fix", One(20, 36)),
        new("three-sales-and-dear", 14, "hold test", "cut scale", One(20, 95)),
        new("five-sales-and-cheap", 14, "hold test", "cut scale", One(8, 20)),
        new("at-its-break-even", 56, "hold test", "cut scale fix", One(120, 40)),
        new("a-little-under-its-break-even", 42, "hold test scale", "cut fix", One(80, 36)),
        new("ten-alike-campaigns", 28, "hold test scale", "cut fix", [.. Enumerable.Range(0, 10).Select(k => new Simulated($"Campaign {k}", _ => 25, _ => 36))]),
        new("one-small-loser-beside-a-large-payer", 56, "scale hold test", "fix", new("Prospecting", _ => 400, _ => 22), new("Display", _ => 9, _ => 70)),
        new("many-small-ones-and-some-by-chance-without-a-sale", 28, "hold test scale", "cut fix", [.. Enumerable.Range(0, 14).Select(k => new Simulated($"Ad group {k}", _ => 5, _ => 38))]),
        new("no-sale-for-one-break-even", 14, "hold test", "cut scale", One(3, Never)),
        new("no-sale-for-two-break-evens", 28, "hold test", "cut scale", One(3, Never)),
        new("one-giant-order", 28, "hold test", "scale cut", One(40, 45)) { Args = "--margin 0.4", Worth = r => r.NextDouble() < .06 ? 1500 : 25, NeedsDates = true },

        // Young.
        new("four-days-and-dear", 4, "hold test", "cut scale", One(400, 70)) { NeedsDays = true },
        new("four-days-and-cheap", 4, "hold test", "cut scale", One(400, 18)) { NeedsDays = true },
        new("learning-and-getting-cheaper", 28, "hold scale test", "cut", new Simulated("Prospecting", _ => 120, i => i < 10 ? 85 : 30)) { NeedsDays = true },

        // The count.
        new("tag-silent-for-five-days", 56, "fix", "cut scale", new Simulated("Prospecting", _ => 300, i => i is >= 30 and < 35 ? Never : 22)) { NeedsDays = true },
        new("tag-silent-to-the-end", 56, "fix", "cut scale", new Simulated("Prospecting", _ => 300, i => i >= 46 ? Never : 22)) { NeedsDays = true },
        new("tag-silent-in-one-of-three", 56, "fix", "cut scale", new("Prospecting", _ => 300, i => i >= 42 ? Never : 22), new("Video", _ => 150, _ => 24), new("Search generic", _ => 150, _ => 18)) { NeedsDays = true },
        new("tag-fires-twice", 56, "fix hold", "cut scale", new Simulated("Prospecting", _ => 300, i => i < 35 ? 42 : 21)) { NeedsDays = true },
        new("goal-changed-half-way", 56, "fix hold test", "cut scale", new Simulated("Prospecting", _ => 300, i => i < 28 ? 55 : 6)) { NeedsDates = true },
        new("goal-changed-half-way-and-paid-before", 56, "fix hold test", "cut scale", new Simulated("Prospecting", _ => 300, i => i < 28 ? 30 : 6)) { NeedsDays = true },
        new("tag-silent-for-the-last-two-weeks", 70, "fix", "cut scale", new Simulated("Prospecting", _ => 300, i => i >= 56 ? Never : 22)) { NeedsDates = true },
        new("tag-silent-for-the-last-two-weeks-in-one-of-three", 70, "fix", "cut scale", new("Prospecting", _ => 300, i => i >= 56 ? Never : 22), new("Video", _ => 150, _ => 24), new("Search generic", _ => 150, _ => 18)) { NeedsDates = true },
        new("still-being-counted", 42, "scale hold test", "cut fix", One(250, 24)) { CountedSoFar = Late, NeedsDays = true },
        new("loses-only-by-what-is-still-being-counted", 21, "hold test scale", "cut fix", One(150, 31)) { CountedSoFar = Late, NeedsDays = true },
        new("analytics-sees-half", 56, "test hold fix", "scale cut", One(250, 22)) { Args = "--break-even-cpa 40 --analytics 300" },
        new("paused-for-a-week-and-pays", 56, "scale hold test", "cut fix", new Simulated("Prospecting", i => i is >= 21 and < 28 ? 0 : 250, _ => 24)),
        new("one-of-two-stopped-half-way", 56, "scale hold test", "cut fix", new("Prospecting", _ => 250, _ => 24), new("Video", i => i < 28 ? 120 : 0, _ => 27)),

        new("tag-put-in-half-way", 56, "fix hold test scale", "cut", new Simulated("Prospecting", _ => 250, i => i < 24 ? Never : 25)) { NeedsDays = true },
        new("values-stop-half-way", 56, "fix hold test", "cut scale", One(250, 22) with { Value = 90 }) { Args = "--margin 0.4", NeedsDays = true, Afterwards = rows => [.. rows.Select((r, i) => i < 30 ? r : r with { Value = 0 })] },
        new("no-values-at-all", 56, "hold test fix", "cut scale", One(250, 22)) { Args = "--margin 0.4", Afterwards = rows => [.. rows.Select(r => r with { Value = 0 })] },
        new("every-row-twice", 42, "fix", "cut scale", One(250, 22)) { NeedsDays = true, Afterwards = rows => [.. rows, .. rows] },
        new("promotion-at-the-end", 56, "hold test fix", "cut scale", new Simulated("Prospecting", _ => 250, i => i < 42 ? 52 : 16)) { NeedsDays = true },
        new("promotion-in-the-middle", 70, "hold test fix", "cut scale", new Simulated("Prospecting", _ => 250, i => i is >= 28 and < 42 ? 14 : 50)) { NeedsDays = true },
        new("bursts", 70, "hold test", "cut scale", new Simulated("Prospecting", _ => 160, i => i % 9 == 0 ? 7 : 130)),

        // What is over already.
        new("loser-stopped-weeks-ago", 70, "scale hold test", "cut fix", new("Prospecting", _ => 250, _ => 22), new("Display", i => i < 28 ? 120 : 0, _ => 110)) { NeedsDates = true },
        new("budget-halved-and-pays-since", 84, "hold test scale", "cut", new Simulated("Prospecting", i => i < 42 ? 500 : 220, i => i < 42 ? 47 : 27)) { NeedsDates = true },

        // Whom it reaches.
        new("brand-and-retargeting", 56, "test hold", "scale cut", new("FR | Search | Marque", _ => 100, _ => 8), new("Prospecting", _ => 150, _ => 36), new("Retargeting paniers", _ => 60, _ => 12)),
        new("people-who-came-before", 56, "test hold", "scale cut", new("Website visitors 30d", _ => 100, _ => 9), new("Prospecting", _ => 120, _ => 33)),
        new("remarketing-alone", 56, "test hold", "scale cut", new Simulated("Remarketing 30 days", _ => 120, _ => 14)),
        new("seen-too-often", 70, "fix test hold", "scale cut", new Simulated("Video", _ => 300, i => 18 + i * .22) { Ctr = i => .02 * Math.Exp(-i * .014), Frequency = i => 1.4 * Math.Exp(i * .018) }) { NeedsDates = true },

        new("clicks-fade-and-each-costs-more", 70, "fix test hold", "scale cut", new Simulated("Video", _ => 300, i => 17 + i * .2) { Ctr = i => .02 * Math.Exp(-i * .012) }) { NeedsDates = true },
        new("displays-grow-dearer", 70, "hold test fix scale", "cut", new Simulated("Video", _ => 300, i => 20 + i * .16) { CpmOf = i => 8 + i * .064 }),
        new("mostly-brand-and-nothing-else-pays", 56, "test hold cut", "scale", new("Search | Brand", _ => 150, _ => 9), new("Display", _ => 200, _ => 85)),

        // Turning.
        new("paid-and-does-no-more", 84, "hold fix cut test", "scale", new Simulated("Prospecting", _ => 300, i => i < 56 ? 20 : 58)) { NeedsDates = true },
        new("lost-and-pays-now", 84, "hold test scale fix", "cut", new Simulated("Prospecting", _ => 300, i => i < 56 ? 95 : 24)) { NeedsDates = true },
        new("creeps-above", 84, "hold test fix cut", "scale", new Simulated("Prospecting", _ => 300, i => 16 + i * .42)) { NeedsDates = true },

        // Nothing to hold it against.
        new("no-break-even", 56, "hold test", "cut scale", One(250, 30)) { Args = "" },
    ];

    private static Simulated One(double spend, double cpa) => new("Prospecting", _ => spend, _ => cpa);

    private static Simulated Steps(string name, double first, double cpa, double second, double cpa2, double third, double cpa3) =>
        new(name, i => i < 28 ? first : i < 56 ? second : third, i => i < 28 ? cpa : i < 56 ? cpa2 : cpa3);

    /// <summary>A third of the last day's conversions, most of the fourth last's.</summary>
    private static double Late(int daysAgo) => daysAgo >= 6 ? 1 : 1 - .68 * Math.Exp(-daysAgo / 2.2);
}
