using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>Counts and options that cannot be read, each with its sentence.</summary>
internal static class OfferChecks
{
    /// <returns>Null when it can be read.</returns>
    public static Refusal? Refuse(OfferData data, OfferReadingOptions options)
    {
        if (data.Arms.Count < 2)
        {
            return Refusal.Of("offers.refused.one-arm", ("arm", data.Arms.Count == 1 ? data.Arms[0].Name : null));
        }

        foreach (var arm in data.Arms)
        {
            if (RefuseArm(arm) is { } refusal)
            {
                return refusal;
            }
        }

        return options.Weights is { } weights && weights.Count != data.Arms.Count ? Refusal.Of("offers.refused.weights", ("weights", (double)weights.Count), ("arms", (double)data.Arms.Count))
            : options.Weights is { } shares && !shares.All(w => w > 0 && double.IsFinite(w)) ? Refusal.Of("offers.refused.weight")
            : options.Looks < 1 ? Refusal.Of("offers.refused.looks", ("given", (double)options.Looks))
            : options.Guardrails.FirstOrDefault(g => !(g.Margin > 0 && g.Margin < 1)) is { } guard ? Refusal.Of("offers.refused.margin", ("metric", guard.Metric))
            : null;
    }

    private static Refusal? RefuseArm(OfferArm arm)
    {
        var (x, n) = (arm.Counts.Conversions, arm.Counts.Users);
        return !double.IsFinite(x) || !double.IsFinite(n) || x < 0 || n < 0 || x % 1 != 0 || n % 1 != 0 ? Refusal.Of("offers.refused.not-counts", ("arm", arm.Name))
            : n > MostUsers ? Refusal.Of("offers.refused.too-many", ("arm", arm.Name), ("n", n))
            : n == 0 ? Refusal.Of("offers.refused.nobody", ("arm", arm.Name))
            : x > n ? Refusal.Of("offers.refused.more-conversions", ("arm", arm.Name), ("x", x), ("n", n))
            : null;
    }

    /// <summary>More than the people on earth, many times over: a typing error.</summary>
    private const double MostUsers = 1e12;
}
