namespace MentorBot.Tests.Builders;

/// <summary>Daily values with a weekday season and a little fixed-seed noise.</summary>
internal static class Series
{
    public static double[] Daily(int days, double level, double noise = .05, int seed = 5, Func<int, double>? factor = null, int decimals = 0)
    {
        var random = new Random(seed);
        double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return [.. Enumerable.Range(0, days).Select(i => Math.Round(level * (i % 7 >= 5 ? .7 : 1) * Math.Max(0, 1 + noise * Gaussian()) * (factor?.Invoke(i) ?? 1), decimals))];
    }
}
