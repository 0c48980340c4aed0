namespace MentorBot.Readouts;

/// <summary>The most useful first: the most severe; then what makes other numbers wrong; then the metric that the reading is about; then what comes before its consequences.</summary>
internal static class FindingOrder
{
    /// <summary>Every code that a reading can hold.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "tracking-break", "truncated-export", "mixed-currency", "duplicate-rows", "total-exceeded", "non-additive-summed", "ratio-mismatch", "implausible", "real-change", "since-last", "outlier-day", "calendar-effect", "partial-period",
        "small-sample", "within-noise", "missing-days", "totals-row-dropped",
    ];

    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings, string? main) =>
    [
        .. findings.OrderByDescending(f => f.Severity)
            .ThenBy(f => Place(f.Code))
            .ThenBy(f => f.Metric != main)
            .ThenBy(f => f.Evidence.ContainsKey("follows"))
            .ThenBy(f => MetricRole.Depth(f.Metric))
            .ThenBy(f => f.From),
    ];

    private static int Place(string code) => Codes.Index().Where(c => c.Item == code).Select(c => c.Index).FirstOrDefault(Codes.Count);
}
