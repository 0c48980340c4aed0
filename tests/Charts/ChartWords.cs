using MentorBot.Charts;
using MentorBot.Messages;

namespace MentorBot.Tests.Charts;

/// <summary>The words of a picture with their boxes.</summary>
internal static class ChartWords
{
    /// <summary>Boxes of two lines of one text touch.</summary>
    private const float Touch = 1;

    public static IReadOnlyList<WrittenWords> Of(IntervalChart chart, int width, float text) => Drawn(width, text, c => IntervalImage.Draw(c, chart, "fr"));

    public static IReadOnlyList<WrittenWords> Of(TornadoChart chart, int width, float text) => Drawn(width, text, c => TornadoImage.Draw(c, chart, "fr"));

    public static IReadOnlyList<WrittenWords> Of(CurveChart chart, int width, int height, float text) => Drawn(width, text, c => CurveImage.Draw(c, chart, "fr", height));

    public static void AssertClear(IReadOnlyList<WrittenWords> written, int width, string chart)
    {
        var words = written.Where(w => w.Text.Length > 0).ToArray();
        Assert.All(words, w => Assert.True(w.Left >= 0 && w.Right <= width && w.Top >= 0, $"{chart}: \"{w.Text}\" is cut."));
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (words[i], words[j]);
                var meet = a.Left < b.Right - Touch && b.Left < a.Right - Touch && a.Top < b.Bottom - Touch && b.Top < a.Bottom - Touch;
                Assert.False(meet, $"{chart}: \"{a.Text}\" and \"{b.Text}\" overlap.");
            }
        }
    }

    private static IReadOnlyList<WrittenWords> Drawn(int width, float text, Action<ChartCanvas> draw)
    {
        var canvas = new ChartCanvas(width, false, text);
        draw(canvas);
        return canvas.Written;
    }
}
