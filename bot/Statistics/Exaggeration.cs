using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>What "significant" results of a test too small for its effect look like. Source: facts/statistics.md 1.7 (Gelman and Carlin; closed form for a normal estimate).</summary>
/// <param name="Power">Chance that the test finds anything at all.</param>
/// <param name="Factor">By how much the results it does find overstate the effect, on average; infinite without any effect.</param>
/// <param name="WrongSign">Share of them that point the wrong way.</param>
internal sealed record Exaggeration(double Power, double Factor, double WrongSign)
{
    /// <summary>A true effect of half its standard error: power 7.9 %, winners 4.79 times too large, 8.8 % with the wrong sign.</summary>
    /// <param name="effectInErrors">True effect over its standard error; the sign does not matter.</param>
    public static Exaggeration Of(double effectInErrors, double alpha = .05)
    {
        var (effect, critical) = (Math.Abs(effectInErrors), NormalQuantile.TwoSided(1 - alpha));
        var (right, wrong) = (Normal.CDF(0, 1, effect - critical), Normal.CDF(0, 1, -effect - critical));
        var power = right + wrong;

        // E[|Z|; |Z| > c] for Z normal around the effect with deviation 1.
        var size = Normal.PDF(0, 1, critical - effect) + effect * right + Normal.PDF(0, 1, critical + effect) - effect * wrong;
        return new Exaggeration(power, effect > 0 ? size / power / effect : double.PositiveInfinity, wrong / power);
    }
}
