namespace MentorBot.Readouts;

/// <summary>Posts too young for their lifetime figures to be compared: still rising, named, and left out of every comparison.</summary>
internal sealed class PostAges : IFinder
{
    public IEnumerable<Finding> Find(TableReading reading)
    {
        if (Posts.Of(reading.Table) is not { } posts)
        {
            yield break;
        }

        foreach (var young in posts.All.Where(p => !p.Compared).GroupBy(p => p.Maturity).OrderBy(g => g.Key))
        {
            var segment = young.Select(p => p.Format).Distinct().ToArray() is [var only] && posts.Formats.Count > 1 ? only : null;
            yield return Finding.Of("post-age", Severity.Info, null, young.Min(p => p.Published), young.Max(p => p.Published),
                ("n", young.Count()), ("posts", posts.All.Count(p => segment is null || p.Format == segment)), ("youngest", young.Min(p => p.Age)), ("oldest", young.Max(p => p.Age)), ("sameAge", young.Min(p => p.Age) == young.Max(p => p.Age)), ("maturity", young.Key), ("asOf", posts.AsOf)) with
            { Segment = segment };
        }
    }
}
