namespace MentorBot.Readouts;

/// <summary>The most useful first: the most severe; then what makes other numbers wrong; then the metric that the reading is about; then what comes before its consequences.</summary>
internal static class FindingOrder
{
    /// <summary>Evidence of a finding that stands behind every other of its severity.</summary>
    public const string Aside = "aside";

    /// <summary>Every code that a reading can hold.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "tracking-break",
        "truncated-export",
        "mixed-currency",
        "duplicate-rows",
        "total-exceeded",
        "non-additive-summed",
        "mixed-result-types",
        "definition-conflict",
        "ratio-mismatch",
        "implausible",
        "real-change",
        "since-last",
        "mix-shift",
        "driver",
        "outlier-day",
        "calendar-effect",
        "partial-period",
        "viral-outlier",
        "format-gap",
        "small-sample",
        "within-noise",
        "post-age",
        "attribution-lag",
        "missing-days",
        "totals-row-dropped",
    ];

    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings, string? main) =>
    [
        .. findings.OrderByDescending(f => f.Severity)
            .ThenBy(f => f.Evidence.ContainsKey(Aside))
            .ThenBy(f => Place(f.Code))
            .ThenBy(f => f.Metric != main)
            .ThenBy(f => f.Evidence.ContainsKey("follows"))
            .ThenBy(f => MetricRole.Depth(f.Metric))
            .ThenBy(f => f.From),
    ];

    private static int Place(string code) => Codes.Index().Where(c => c.Item == code).Select(c => c.Index).FirstOrDefault(Codes.Count);
}
