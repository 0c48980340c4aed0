using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A table's posts by format, with their age on the day of the export. Lifetime figures of posts of different ages are no fair comparison: only mature ones are compared, or all when all are equally old.</summary>
/// <param name="Formats">The one with most mature posts first.</param>
internal sealed record Posts(DateOnly AsOf, IReadOnlyList<Post> All, IReadOnlyList<PostFormat> Formats)
{
    /// <summary>Posts of a format without which it is not judged.</summary>
    public const int Fewest = 8;

    /// <summary>A column of formats with more values is one of something else; the commonest are read.</summary>
    private const int MostFormats = 12;

    /// <returns>Null when the rows are no posts.</returns>
    public static Posts? Of(KpiTable table)
    {
        if (table.Shape != RowShape.Post || table.Dates.Length == 0)
        {
            return null;
        }

        var asOf = table.GeneratedOn ?? table.StatedPeriod?.To ?? table.Dates.Max();
        var (type, length, title) = (table.Key("post_type"), table.Metric("video_length"), table.Key(PostLabel.Key));
        var sameAge = table.Dates.Distinct().Count() == 1;
        var posts = Enumerable.Range(0, table.RowCount).Select(row =>
        {
            var format = PostMaturity.Format(table, type, length, row);
            var (age, needed) = (asOf.DayNumber - table.Dates[row].DayNumber, PostMaturity.Days(table.Source, format));
            return new Post(row, table.Dates[row], Math.Max(0, age), needed, age >= needed || sameAge, format, title is null || title.Codes[row] < 0 ? null : title.Values[title.Codes[row]]);
        }).OrderBy(p => p.Published).ThenBy(p => p.Row).ToArray();
        var formats = posts.GroupBy(p => p.Format).Select(g => new PostFormat(g.Key, [.. g]))
            .OrderByDescending(f => f.Compared.Count).ThenByDescending(f => f.All.Count).ThenBy(f => f.Name, StringComparer.Ordinal);
        return new Posts(asOf, posts, [.. formats.Take(MostFormats)]);
    }
}

/// <param name="Row">Place in the table.</param>
/// <param name="Age">Days until the export.</param>
/// <param name="Maturity">Days that its format needs.</param>
/// <param name="Compared">Old enough to be compared.</param>
/// <param name="Label">First words; null when the file has none.</param>
internal sealed record Post(int Row, DateOnly Published, int Age, int Maturity, bool Compared, string? Format, string? Label);

/// <param name="Name">As in the file, or a code of <see cref="PostMaturity"/>; null when unknown.</param>
/// <param name="All">Oldest first.</param>
internal sealed record PostFormat(string? Name, IReadOnlyList<Post> All)
{
    public IReadOnlyList<Post> Compared { get; } = [.. All.Where(p => p.Compared)];

    public int Maturity => All[0].Maturity;

    /// <summary>Posts that went out per week, over the time that the file covers.</summary>
    public double PerWeek(DateOnly asOf) => All.Count / Math.Max(1, (asOf.DayNumber - All[0].Published.DayNumber + 1) / 7.0);

    /// <summary>Weeks until so many posts of this format are old enough; infinite beyond two years.</summary>
    public double WeeksUntil(double posts, DateOnly asOf)
    {
        var toCome = Math.Max(0, posts - All.Count) / PerWeek(asOf) + (posts > Compared.Count ? Maturity / 7.0 : 0);
        return toCome > 104 ? double.PositiveInfinity : Math.Max(1, Math.Ceiling(toCome));
    }

    /// <summary>The compared posts that carry the figure, oldest first.</summary>
    public IReadOnlyList<(Post Post, double Value)> With(MetricColumn metric) => [.. Compared.Select(p => (p, metric.Values[p.Row])).Where(p => p.Item2 >= 0)];
}
