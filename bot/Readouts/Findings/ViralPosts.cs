using MentorBot.Kpis;

namespace MentorBot.Readouts;

/// <summary>A post far above everything else in its format, on the log scale: it carries the mean, and nobody can plan for the next one. One finding per format, about its largest.</summary>
internal sealed class ViralPosts : IFinder
{
    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (Posts.Of(reading.Table) is not { } posts || reading.Main is not { } main || reading.Table.Metric(main) is not { } metric)
        {
            yield break;
        }

        foreach (var format in posts.Formats)
        {
            var own = format.With(metric);
            if (PostLevel.Of([.. own.Select(p => p.Value)]) is not { } level)
            {
                continue;
            }

            var viral = own.Where(p => level.IsViral(p.Value)).OrderByDescending(p => p.Value).ThenBy(p => p.Post.Published).ToArray();
            if (viral.Length > 0)
            {
                yield return Of(metric.Kpi, format, level, own, viral);
            }
        }
    }

    private static Finding Of(Kpi kpi, PostFormat format, PostLevel level, IReadOnlyList<(Post Post, double Value)> own, (Post Post, double Value)[] viral)
    {
        var ((post, value), total, usual) = (viral[0], own.Sum(p => p.Value), level.Usual);
        var rest = own.Except(viral).Select(p => p.Value).ToArray();
        var summed = PostMetrics.MayBeSummed(kpi);
        return Finding.Of("viral-outlier", Severity.Info, kpi.Id, post.Published, post.Published,
            ("post", post.Label), ("value", value), ("median", level.Median), ("times", value / level.Median), ("low", usual.Low), ("high", usual.High), ("z", Math.Round(level.Z(value), 2)),
            ("share", summed ? value / total : null), ("mean", summed ? total / own.Count : null), ("meanWithout", summed ? rest.Sum() / rest.Length : null), ("n", own.Count), ("others", viral.Length - 1)) with
        { Segment = format.Name };
    }
}
