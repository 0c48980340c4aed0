using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What a good post is, to be decided before the next one goes out: the upper quartile of the format that has most mature posts.</summary>
internal static class PostThreshold
{
    /// <returns>Null when the rows are no posts, or none of the formats has enough of them.</returns>
    public static Decidable? Of(KpiTable table, string? main)
    {
        if (main is null || Posts.Of(table) is not { } posts || table.Metric(main) is not { } metric || PostLevel.Of([.. posts.Formats[0].With(metric).Select(p => p.Value)]) is not { } level)
        {
            return null;
        }

        var format = posts.Formats[0];
        return new Decidable("post-threshold", main, new Dictionary<string, object?> { ["segment"] = format.Name, ["good"] = level.Good, ["weak"] = level.Weak, ["median"] = level.Median, ["n"] = level.N, ["maturity"] = format.Maturity });
    }
}
