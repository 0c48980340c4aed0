using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>Where a value stands on an axis, in CSS pixels.</summary>
/// <param name="Low">Value at <paramref name="From"/>; above zero when <paramref name="Log"/>.</param>
/// <param name="Log">The axis multiplies from step to step.</param>
internal sealed record ChartScale(double Low, double High, bool Log, float From, float To)
{
    /// <summary>Money that spans more than so many times is drawn by multiples: a cost with few conversions has a high end far away.</summary>
    private const double LogFrom = 20;

    /// <summary>Of the axis: what lies beyond the last known value where a range has no end.</summary>
    private const double OpenRoom = .14;

    /// <summary>Of the highest value: values that start below it are drawn from zero.</summary>
    private const double NearZero = .35;

    /// <summary>A value without a limit stands at the end of the axis.</summary>
    public float At(double value)
    {
        var share = double.IsNaN(value) ? 0 : !Log ? (value - Low) / (High - Low) : value <= 0 ? 0 : Math.Log(value / Low) / Math.Log(High / Low);
        return From + ((float)Math.Clamp(share, 0, 1) * (To - From));
    }

    /// <summary>An axis for ranges: it need not start at zero, and leaves room for arrows.</summary>
    /// <param name="values">Infinite ones ask for the room of an arrow.</param>
    /// <param name="nearZero">Start at zero where the lowest value is not far from it.</param>
    public static ChartScale ForRanges(IReadOnlyCollection<double> values, ChartUnit unit, float from, float to, bool nearZero = true)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (known.Min(), known.Max());
        var (openLow, openHigh) = (values.Any(double.IsNegativeInfinity), values.Any(double.IsPositiveInfinity));
        if (unit == ChartUnit.Money && low > 0 && high / low > LogFrom)
        {
            var times = Math.Pow(high / low, OpenRoom);
            return new(low / Math.Pow(high / low, .03), openHigh ? high * times : high * Math.Pow(high / low, .03), true, from, to);
        }

        var width = high - low;
        if (width <= Math.Abs(high) * 1e-9)
        {
            width = high == 0 ? unit is ChartUnit.Count or ChartUnit.Money or ChartUnit.Ratio or ChartUnit.Seconds ? 1 : .01 : Math.Abs(high);
            var least = low >= 0 && unit is not (ChartUnit.Points or ChartUnit.Change) ? 0 : double.MinValue;
            (low, high) = (Math.Max(least, low - (width / 2)), high + (width / 2));
            return new(low, high, false, from, to);
        }

        var fromZero = nearZero && low >= 0 && low < high * NearZero;
        var toZero = nearZero && high <= 0 && high > low * NearZero;
        return new(fromZero ? 0 : low - (width * (openLow ? OpenRoom : .04)), toZero ? 0 : high + (width * (openHigh ? OpenRoom : .04)), false, from, to);
    }
}
