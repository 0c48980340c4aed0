using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>A format whose posts clearly do better, or worse, than those of the others. Formats that do not separate are not ranked.</summary>
internal sealed class FormatGaps : IFinder
{
    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (Posts.Of(reading.Table) is not { } posts || reading.Main is not { } main || reading.Table.Metric(main) is not { } metric)
        {
            return [];
        }

        var formats = posts.Formats.Where(f => f.Name is not null && f.With(metric).Count >= Posts.Fewest).ToArray();

        // Posts grow at one pace inside a maturity only; and of two formats, one gap says both.
        var gaps = formats.Select(f => Against(f, [.. formats.Where(o => o != f && o.Maturity == f.Maturity)])).OfType<Gap>().Take(formats.Length == 2 ? 1 : formats.Length).ToArray();
        var adjusted = Correction.Holm([.. gaps.Select(g => g.Test.P)]);
        return gaps.Select((g, i) => (Gap: g, P: adjusted[i])).Where(g => g.P <= LookBudget.FormatGaps)
            .GroupBy(g => g.Gap.Test.Shift > 0).Select(g => g.MinBy(x => x.P)).OrderBy(g => g.P).Select(g => ToFinding(g.Gap, g.P, gaps.Length));

        Gap? Against(PostFormat format, PostFormat[] others)
        {
            var (own, rest) = (format.With(metric), others.SelectMany(o => o.With(metric)).ToArray());
            return rest.Length == 0 || RankTest.Of([.. rest.Select(p => PostLevel.Log(p.Value))], [.. own.Select(p => PostLevel.Log(p.Value))]) is not { } test ? null
                : new Gap(format, Robust.Median(own.Select(p => p.Value)), Robust.Median(rest.Select(p => p.Value)), own.Count, rest.Length, test);
        }

        Finding ToFinding(Gap gap, double p, int looks) => Finding.Of("format-gap", Severity.Info, main, posts.All[0].Published, posts.All[^1].Published,
            ("median", gap.Median), ("others", gap.Others), ("change", Math.Exp(gap.Test.Shift) - 1), ("low", Math.Exp(gap.Test.Range.Low) - 1), ("high", Math.Exp(gap.Test.Range.High) - 1),
            ("direction", gap.Test.Shift > 0 ? "up" : "down"), ("p", gap.Test.P), ("adjustedP", p), ("n", gap.N), ("nOthers", gap.NOthers), ("maturity", gap.Format.Maturity), ("looks", looks)) with
        { Segment = gap.Format.Name };
    }

    private sealed record Gap(PostFormat Format, double Median, double Others, int N, int NOthers, RankTest Test);
}
