using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>What stands on a bar: the level, or the change with its sign, as the reader's language writes it.</summary>
internal static class WaterfallLabel
{
    public static string Of(WaterfallBar bar, WaterfallChart chart, string locale)
    {
        var write = NumberWriter.For(locale);
        var many = chart.Bars.Any(b => b.IsLevel && Math.Abs(b.Value) >= 100);
        return chart.Unit switch
        {
            ChartUnit.Percent => bar.IsLevel ? write.Percent(bar.Value) : write.Points(bar.Value),
            ChartUnit.Points => write.Points(bar.Value),
            ChartUnit.Change => write.Change(bar.Value),
            ChartUnit.Money => Signed(bar, write.Money(bar.Value, chart.Currency)),
            ChartUnit.Count => Signed(bar, write.Number(bar.Value, many ? 0 : 1)),
            _ => Signed(bar, write.Number(bar.Value, many ? 0 : 2)),
        };
    }

    private static string Signed(WaterfallBar bar, string written) => bar.IsLevel ? written : NumberWriter.Signed(bar.Value, written);
}
