using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>Ticks of a horizontal axis, with their labels clear of each other and of the edges of the picture.</summary>
internal static class ChartTicksAlong
{
    private const int Most = 7;
    private const float Edge = 4;

    /// <summary>Of the text's size: what two labels keep between them.</summary>
    private const float Apart = .8f;

    /// <returns>Each tick with the left edge and the width of its label.</returns>
    public static IReadOnlyList<(ChartTick Tick, float Left, float Width)> Of(ChartCanvas canvas, ChartScale scale, ChartUnit unit, string? currency, string locale)
    {
        var write = NumberWriter.For(locale);
        return Placed(ChartTicks.Between(scale.Low, scale.High, scale.Log, Most, (v, step) => ChartTicks.Label(write, unit, currency, v, step), ticks => Clear(Placed(ticks))));

        IReadOnlyList<(ChartTick Tick, float Left, float Width)> Placed(IReadOnlyList<ChartTick> ticks) => [.. ticks.Select(t =>
        {
            var width = ChartText.Width(t.Label, canvas.Text);
            return (t, Math.Clamp(scale.At(t.Value) - (width / 2), Edge, Math.Max(Edge, canvas.Width - Edge - width)), width);
        })];

        bool Clear(IReadOnlyList<(ChartTick Tick, float Left, float Width)> placed) =>
            placed.Count > 0 && placed.Zip(placed.Skip(1)).All(p => p.First.Left + p.First.Width + (canvas.Text * Apart) <= p.Second.Left);
    }
}
