namespace MentorBot.Tables;

/// <summary>Whether a row is a post: dated by when it went out, and named once.</summary>
internal static class RowShapes
{
    /// <summary>Of the rows; a breakdown of each post by country or day repeats its name.</summary>
    private const double Distinct = .9;

    private static readonly string[] Names = ["post", PostLabel.Key];

    public static RowShape Of(TableBuilder b, IReadOnlyList<KeyColumn> keys) =>
        b.DatedByPost && Names.Select(n => keys.FirstOrDefault(k => k.Id == n)).FirstOrDefault(k => k is not null) is { } name && IsNamedOnce(name) ? RowShape.Post : RowShape.Period;

    /// <summary>Titles may be alike; ids may not.</summary>
    private static bool IsNamedOnce(KeyColumn name) => name.Id == PostLabel.Key || name.Values.Count >= Distinct * name.Codes.Count(c => c >= 0);
}
