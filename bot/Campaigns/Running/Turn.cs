using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>Whether a cost has crossed its break-even of late, beyond chance: an average of before and after is neither.</summary>
internal enum Turn
{
    None,

    /// <summary>It costs less than before, and now less than its break-even.</summary>
    Better,

    /// <summary>It costs more than before, and now more than its break-even.</summary>
    Worse,
}

internal static class Turns
{
    /// <summary>Of the days of the file: the last of them that are held against those before. Fixed beforehand, so that one look is one look.</summary>
    public const double Recent = 1.0 / 3;

    /// <summary>Two whole weeks on each side at least.</summary>
    public const int FewestDays = 14;

    private const double Chance = .05;

    /// <param name="dispersion">As in <see cref="CampaignCost.Of"/>.</param>
    public static Turn Of(CampaignCost before, CampaignCost recent, BreakEvenPoint? point, double dispersion)
    {
        if (point?.For(recent).Cpa is not { } limit || before.Spend <= 0 || recent.Spend <= 0 || !Changed(before, recent, dispersion))
        {
            return Turn.None;
        }

        var (was, now) = (before.Conversions / before.Spend, recent.Conversions / recent.Spend);
        return now > was && now * limit > 1 ? Turn.Better : now < was && now * limit < 1 ? Turn.Worse : Turn.None;
    }

    /// <summary>A conversion costs more of late than before, beyond chance, on whichever side of the break-even.</summary>
    public static bool Dearer(CampaignCost before, CampaignCost recent, double dispersion) =>
        before.Spend > 0 && recent.Spend > 0 && recent.Conversions / recent.Spend < before.Conversions / before.Spend && Changed(before, recent, dispersion);

    private static bool Changed(CampaignCost before, CampaignCost recent, double dispersion) =>
        PoissonCounts.ExactRatio(before.Conversions / dispersion, recent.Conversions / dispersion, before.Spend, recent.Spend).P < Chance;
}
