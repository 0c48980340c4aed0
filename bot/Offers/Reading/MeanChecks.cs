using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Averages and options that cannot be read, each with its sentence.</summary>
internal static class MeanChecks
{
    private const double MostUsers = 1e12;
    private const double LargestAmount = 1e15;

    /// <returns>Null when it can be read.</returns>
    public static Refusal? Refuse(MeanData data, OfferReadingOptions options)
    {
        if (data.Arms.Count < 2)
        {
            return Refusal.Of("offers.refused.one-arm", ("arm", data.Arms.Count == 1 ? data.Arms[0].Name : null));
        }

        return data.Arms.Select(RefuseArm).FirstOrDefault(r => r is not null)
            ?? (data.Arms.All(a => a.Figures.Deviation == 0) ? Refusal.Of("offers.mean.refused.no-spread")
            : options.Weights is { } weights && weights.Count != data.Arms.Count ? Refusal.Of("offers.refused.weights", ("weights", (double)weights.Count), ("arms", (double)data.Arms.Count))
            : options.Weights is { } shares && !shares.All(w => w > 0 && double.IsFinite(w)) ? Refusal.Of("offers.refused.weight")
            : options.Looks < 1 ? Refusal.Of("offers.refused.looks", ("given", (double)options.Looks))
            : null);
    }

    private static Refusal? RefuseArm(MeanOfArm arm)
    {
        var (n, mean, deviation) = (arm.Figures.Users, arm.Figures.Mean, arm.Figures.Deviation);
        return !double.IsFinite(n) || n < 0 || n % 1 != 0 ? Refusal.Of("offers.mean.refused.people", ("arm", arm.Name))
            : n > MostUsers ? Refusal.Of("offers.refused.too-many", ("arm", arm.Name), ("n", n))
            : n < 2 ? Refusal.Of("offers.mean.refused.two-people", ("arm", arm.Name))
            : !(Math.Abs(mean) <= LargestAmount) || !(deviation >= 0 && deviation <= LargestAmount) ? Refusal.Of("offers.mean.refused.figures", ("arm", arm.Name))
            : null;
    }
}
