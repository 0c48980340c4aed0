using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>Round values along an axis, and how they are written there.</summary>
internal static class ChartTicks
{
    private static readonly double[][] PerDecade = [[1, 2, 5], [1, 3], [1]];

    /// <summary>The nearest 1, 2, 2.5 or 5 (times a power of ten) from <paramref name="raw"/> upwards.</summary>
    public static double Step(double raw)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var share = raw / magnitude;
        return magnitude * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10);
    }

    /// <param name="step">Distance to the next tick: it sets the decimals.</param>
    public static string Label(NumberWriter write, ChartUnit unit, string? currency, double value, double step)
    {
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9);
        var signed = unit is ChartUnit.Points or ChartUnit.Change;
        // A half step such as 2.5 needs one decimal more.
        var finer = decimals + (step * Math.Pow(10, decimals) % 1 > 1e-9 ? 1 : 0);
        var written = unit switch
        {
            ChartUnit.Money when step >= 1 => write.Money(Math.Round(value, 2), currency),
            ChartUnit.Money => write.Money(Math.Round(value, 4), currency),
            ChartUnit.Percent or ChartUnit.Change => write.Percent(value, Math.Max(0, finer - 2)),
            ChartUnit.Points => write.Number(value * 100, Math.Max(0, finer - 2)) + "\u00A0pt",
            _ => write.Number(value, finer),
        };
        return signed ? NumberWriter.Signed(value, written) : written;
    }

    /// <summary>As many round values between two ends as their labels have room for.</summary>
    /// <param name="fits">Told the ticks and their labels: whether they stand clear of each other.</param>
    public static IReadOnlyList<ChartTick> Between(double low, double high, bool log, int wanted, Func<double, double, string> label, Func<IReadOnlyList<ChartTick>, bool> fits)
    {
        var tries = log ? Decades(low, high, label) : Steps(low, high, wanted, label);
        IReadOnlyList<ChartTick> last = [];
        foreach (var ticks in tries)
        {
            last = ticks;
            if (fits(ticks))
            {
                return ticks;
            }
        }

        return last.Count == 0 ? last : [last[0]];
    }

    private static IEnumerable<IReadOnlyList<ChartTick>> Steps(double low, double high, int wanted, Func<double, double, string> label)
    {
        for (var n = wanted; n >= 1; n--)
        {
            var step = Step((high - low) / n);
            var first = Math.Ceiling((low / step) - 1e-9);
            var count = (int)Math.Floor((high / step) - first + 1e-9) + 1;
            // + 0.0: no negative zero.
            yield return [.. Enumerable.Range(0, Math.Clamp(count, 0, 50)).Select(i => ((first + i) * step) + 0.0).Select(v => new ChartTick(v, label(v, step)))];
        }
    }

    private static IEnumerable<IReadOnlyList<ChartTick>> Decades(double low, double high, Func<double, double, string> label)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        foreach (var (per, every) in PerDecade.Select(p => (p, 1)).Concat(new[] { 2, 3, 5, 10 }.Select(e => (PerDecade[^1], e))))
        {
            var at = Enumerable.Range(from, to - from + 1).Where(d => d % every == 0).SelectMany(d => per.Select(i => i * Math.Pow(10, d)));
            yield return [.. at.Where(v => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9)).Select(v => new ChartTick(v, label(v, v)))];
        }
    }
}

internal sealed record ChartTick(double Value, string Label);
