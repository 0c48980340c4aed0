using MentorBot.Messages;

namespace MentorBot.Charts;

internal static class TornadoOrder
{
    /// <summary>The assumption that moves the result most comes first; one without a limit before all others.</summary>
    public static IReadOnlyList<TornadoBar> WidestFirst(TornadoChart chart) => [.. chart.Bars.OrderByDescending(b => Spread(chart, b))];

    private static double Spread(TornadoChart chart, TornadoBar bar) =>
        double.IsFinite(bar.AtLow) && double.IsFinite(bar.AtHigh) ? Math.Max(chart.Base, Math.Max(bar.AtLow, bar.AtHigh)) - Math.Min(chart.Base, Math.Min(bar.AtLow, bar.AtHigh)) : double.PositiveInfinity;
}
