namespace MentorBot.Charts;

/// <summary>Finds room for words among marks and lines: never on a mark or on other words, and on a line only where nothing else is free.</summary>
internal sealed class WordsPlacer(float left, float top, float right, float bottom)
{
    private readonly List<(float Left, float Top, float Right, float Bottom)> _taken = [];
    private readonly List<((float X, float Y)[] Line, int Cost)> _lines = [];

    public void Occupy(float fromX, float fromY, float toX, float toY) => _taken.Add((fromX, fromY, toX, toY));

    /// <param name="cost">How far off words rather stand than on the line.</param>
    public void Avoid((float X, float Y)[] line, int cost = 30) => _lines.Add((line, cost));

    /// <param name="tries">Upper left corners, best first.</param>
    /// <returns>The corner to write from; null when there is no room at all.</returns>
    public (float Left, float Top)? Place(float width, float height, IEnumerable<(float Left, float Top)> tries)
    {
        var best = tries
            .Where(t => t.Left >= left && t.Left + width <= right + 4 && t.Top >= top - 4 && t.Top + height <= bottom - 1)
            .Where(t => _taken.TrueForAll(o => t.Left >= o.Right || t.Left + width <= o.Left || t.Top >= o.Bottom || t.Top + height <= o.Top))
            .Select((t, i) => (At: t, Cost: _lines.Where(l => Crosses(l.Line, t.Left, t.Top, t.Left + width, t.Top + height)).Sum(l => l.Cost) + i))
            .OrderBy(t => t.Cost)
            .Select(t => ((float Left, float Top)?)t.At)
            .FirstOrDefault();
        if (best is { } at)
        {
            Occupy(at.Left - 2, at.Top, at.Left + width + 2, at.Top + height);
        }

        return best;
    }

    /// <summary>Places around a point, near ones first.</summary>
    public static IEnumerable<(float Left, float Top)> Around(float x, float y, float width, float height, float gap)
    {
        foreach (var far in new[] { 1f, 2.5f, 4f, 6f, 8.5f, 11f, 14f })
        {
            var away = gap * far;
            foreach (var (sideways, upwards) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1) })
            {
                // Slanted places stand closer, since both distances add up.
                var share = sideways != 0 && upwards != 0 ? .7f : 1;
                yield return (x + (sideways * away * share) - (width * (1 - sideways) / 2), y - (upwards * away * share) - (height * (1 + upwards) / 2));
            }
        }
    }

    /// <summary>The nearest point of words to the mark they name.</summary>
    public static (float X, float Y) Leader(float x, float y, float wordsLeft, float wordsTop, float width, float height) =>
        (Math.Clamp(x, wordsLeft, wordsLeft + width), Math.Clamp(y, wordsTop, wordsTop + height));

    private static bool Crosses((float X, float Y)[] line, float fromX, float fromY, float toX, float toY)
    {
        foreach (var ((ax, ay), (bx, by)) in line.Zip(line.Skip(1)))
        {
            // A few points of each stretch are enough: words are wider than what lies between them.
            var parts = Math.Max(2, (int)(Math.Abs(bx - ax) + Math.Abs(by - ay)) / 4);
            for (var i = 0; i <= parts; i++)
            {
                var (px, py) = (ax + ((bx - ax) * i / parts), ay + ((by - ay) * i / parts));
                if (px > fromX && px < toX && py > fromY && py < toY)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
