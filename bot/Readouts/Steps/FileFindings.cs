namespace MentorBot.Readouts;

/// <summary>Findings about the file, which are no reading of it yet.</summary>
internal static class FileFindings
{
    private static readonly HashSet<string> Codes = ["truncated-export", "total-exceeded", "partial-period", "duplicate-rows", "mixed-currency", "mixed-result-types", "definition-conflict", "ratio-mismatch", "implausible", "non-additive-summed", "totals-row-dropped", "post-age"];

    public static bool Has(Finding finding) => Codes.Contains(finding.Code);
}
