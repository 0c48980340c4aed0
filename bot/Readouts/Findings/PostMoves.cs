using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Did posts of a format do better or worse later than before? By ranks, and the shift on the log scale; every format and figure that was looked at is paid for.</summary>
internal sealed class PostMoves : IFinder
{
    private const int FewestPerSide = 4;
    private const int WindowDays = 28;
    private const int DaysBetweenYears = 364;
    private const int MostFormats = 3;
    private const double LeastSpread = .05;

    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (Posts.Of(reading.Table) is not { } posts || reading.Main is not { } main)
        {
            return [];
        }

        var metrics = PostMetrics.Of(reading.Table);
        var moves = posts.Formats.SelectMany(f => metrics.Select(m => Compare(f, m, reading.Options.Compare))).OfType<Move>().ToArray();
        var adjusted = Correction.Holm([.. moves.Select(m => m.Test.P)]);
        var sure = moves.Where((_, i) => adjusted[i] <= LookBudget.PostMoves).ToArray();
        List<Finding> found = [.. sure.GroupBy(m => (m.Format, m.Test.Shift > 0)).Select(g => g.OrderBy(m => m.Metric.Kpi.Id != main).ThenBy(m => m.Test.P).ToArray()).Select(g =>
            ToFinding("real-change", Severity.Warning, g[0], [("adjustedP", Adjusted(g[0])), ("looks", moves.Length), ("alsoMetrics", string.Join(", ", g.Skip(1).Select(m => m.Metric.Kpi.Id)))]))];
        found.AddRange(moves.Where(m => m.Metric.Kpi.Id == main && !sure.Any(s => s.Format == m.Format)).Take(MostFormats)
            .Select(m => ToFinding("within-noise", Severity.Info, m, [("adjustedP", Adjusted(m)), ("looks", moves.Length), ("borderline", !m.Test.Range.Contains(0)), .. Wait(m, posts, moves.Length)])));
        found.AddRange(posts.Formats.Where(f => f.With(reading.Table.Metric(main)!).Count < Posts.Fewest).Take(MostFormats).Select(f => Few(f, posts, main, f.With(reading.Table.Metric(main)!).Count)));
        return found;

        double Adjusted(Move move) => adjusted[Array.IndexOf(moves, move)];
    }

    private static Move? Compare(PostFormat format, MetricColumn metric, CompareMode mode)
    {
        var own = format.With(metric);
        if (own.Count < Posts.Fewest)
        {
            return null;
        }

        var (before, after) = mode == CompareMode.Whole ? Halves(own) : Windows(own, mode == CompareMode.Previous ? WindowDays : DaysBetweenYears);
        if (before.Count < FewestPerSide || after.Count < FewestPerSide)
        {
            (before, after) = Halves(own);
        }

        return before.Count < FewestPerSide || after.Count < FewestPerSide ? null
            : RankTest.Of([.. before.Select(p => PostLevel.Log(p.Value))], [.. after.Select(p => PostLevel.Log(p.Value))]) is { } test ? new Move(format, metric, before, after, test) : null;
    }

    /// <summary>Cut between two days, nearest to the middle, so that the order of rows of one day does not matter.</summary>
    private static (IReadOnlyList<(Post Post, double Value)>, IReadOnlyList<(Post Post, double Value)>) Halves(IReadOnlyList<(Post Post, double Value)> own)
    {
        var cuts = Enumerable.Range(1, own.Count - 1).Where(i => own[i].Post.Published != own[i - 1].Post.Published).ToArray();
        var cut = cuts.Length == 0 ? own.Count : cuts.MinBy(i => Math.Abs(2 * i - own.Count));
        return ([.. own.Take(cut)], [.. own.Skip(cut)]);
    }

    /// <summary>The last four weeks of mature posts, and the four that began <paramref name="back"/> days earlier.</summary>
    private static (IReadOnlyList<(Post Post, double Value)>, IReadOnlyList<(Post Post, double Value)>) Windows(IReadOnlyList<(Post Post, double Value)> own, int back)
    {
        var last = own[^1].Post.Published;
        bool Inside((Post Post, double Value) p, int shift) => p.Post.Published <= last.AddDays(-shift) && p.Post.Published > last.AddDays(-shift - WindowDays);
        return ([.. own.Where(p => Inside(p, back))], [.. own.Where(p => Inside(p, 0))]);
    }

    private static Finding ToFinding(string code, Severity severity, Move move, IEnumerable<(string, object?)> more)
    {
        var (before, after, test) = (move.Before, move.After, move.Test);
        return Finding.Of(code, severity, move.Metric.Kpi.Id, after[0].Post.Published, after[^1].Post.Published,
            [("basis", "posts"), ("before", Robust.Median(before.Select(p => p.Value))), ("after", Robust.Median(after.Select(p => p.Value))), ("change", Math.Exp(test.Shift) - 1),
            ("low", Math.Exp(test.Range.Low) - 1), ("high", Math.Exp(test.Range.High) - 1), ("direction", test.Shift > 0 ? "up" : "down"), ("p", test.P),
            ("n", before.Count + after.Count), ("nUnit", "posts"), ("nBefore", before.Count), ("nAfter", after.Count), ("maturity", move.Format.Maturity), ("beforeFrom", before[0].Post.Published), ("beforeTo", before[^1].Post.Published), .. more]) with
        { Segment = move.Format.Name };
    }

    private static IEnumerable<(string, object?)> Wait(Move move, Posts posts, int looks)
    {
        var n = move.Before.Count + move.After.Count;
        var spread = Math.Max(LeastSpread, Robust.MadToSigma * Robust.Median(Residuals(move.Before).Concat(Residuals(move.After)).Select(Math.Abs)));
        var needed = Math.Max(n + 2, Math.Ceiling(RankTest.NeededFor(move.Test.Shift, spread, LookBudget.PostMoves / looks)));
        var weeks = move.Format.WeeksUntil(move.Format.Compared.Count + needed - n, posts.AsOf);
        return double.IsFinite(weeks) ? [("needed", needed), ("neededUnit", "posts"), ("neededWeeks", weeks)] : [("needed", Needed.Never), ("neededUnit", Needed.Never)];
    }

    private static IEnumerable<double> Residuals(IReadOnlyList<(Post Post, double Value)> side)
    {
        var logs = side.Select(p => PostLevel.Log(p.Value)).ToArray();
        var centre = Robust.Median(logs);
        return logs.Select(l => l - centre);
    }

    private static Finding Few(PostFormat format, Posts posts, string main, int n)
    {
        var weeks = format.WeeksUntil(Posts.Fewest, posts.AsOf);
        List<(string, object?)> evidence = [("reason", "posts"), ("n", n), ("posts", format.All.Count), ("maturity", format.Maturity)];
        evidence.AddRange(double.IsFinite(weeks) ? [("needed", (double)Posts.Fewest), ("neededUnit", "posts"), ("neededWeeks", weeks)] : [("needed", Needed.Never), ("neededUnit", Needed.Never)]);
        if (format != posts.Formats[0] && posts.Formats[0].Compared.Count >= Posts.Fewest)
        {
            evidence.Add((FindingOrder.Aside, true));
        }

        return Finding.Of("small-sample", Severity.Info, main, format.All[0].Published, format.All[^1].Published, evidence) with { Segment = format.Name };
    }

    private sealed record Move(PostFormat Format, MetricColumn Metric, IReadOnlyList<(Post Post, double Value)> Before, IReadOnlyList<(Post Post, double Value)> After, RankTest Test);
}
