using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Ends every reading with one thing that can be decided now, even when the answer is to wait: then for how long.</summary>
internal static class ChooseDecision
{
    private const double PatienceWeeks = 8;

    public static Decidable From(KpiTable table, IReadOnlyList<Finding> findings, IReadOnlyList<MetricSeries> series, string? main)
    {
        var decided = findings.Select(f => (Finding: f, Code: Code(f))).FirstOrDefault(d => d.Code is not null);
        if (decided.Code is { } code)
        {
            return new Decidable(code, decided.Finding.Metric, Evidence(decided.Finding));
        }

        if (PostThreshold.Of(table, main) is { } good)
        {
            return good;
        }

        var fit = series.FirstOrDefault(s => s.Id == main && s.Fit is not null && s.Tested.UsableCount >= LookBudget.FewestSteps);
        if (fit is not null)
        {
            var last = fit.Values.Length - 1;
            var range = fit.Shown(fit.Fit!.Range(last), last);
            return new Decidable("set-threshold", main, new Dictionary<string, object?> { ["low"] = range.Low, ["high"] = range.High, ["expected"] = fit.Shown(fit.Fit.Expected[last], last), ["day"] = fit.Starts[last] });
        }

        return new Decidable("name-the-question", main, new Dictionary<string, object?> { ["n"] = table.RowCount });
    }

    private static string? Code(Finding finding) => finding.Code switch
    {
        "tracking-break" => "repair-tracking",
        "truncated-export" or "total-exceeded" => "export-again",
        "mixed-currency" => "split-currencies",
        "duplicate-rows" => "settle-duplicates",
        "non-additive-summed" => "drop-summed-people",
        "ratio-mismatch" => "settle-definition",
        "definition-conflict" or "mixed-result-types" when finding.Severity > Severity.Info => "settle-definition",
        "small-sample" when Equals(finding.Evidence.GetValueOrDefault("reason"), "posts") => finding.Evidence.ContainsKey(FindingOrder.Aside) ? null : Equals(finding.Evidence["needed"], Needed.Never) ? "change-the-question" : "wait-for-posts",
        "within-noise" when Equals(finding.Evidence.GetValueOrDefault("basis"), "posts") => null,
        "real-change" => "name-the-cause",
        "outlier-day" => "explain-day",
        "attribution-lag" when finding.Severity > Severity.Info => "wait-lag",
        "calendar-effect" => "compare-holiday",
        "partial-period" when finding.Severity > Severity.Info => "leave-out-edge",
        "small-sample" when finding.Evidence["reason"] is string reason && reason.StartsWith("no-", StringComparison.Ordinal) => "compare-otherwise",
        "small-sample" => Equals(finding.Evidence["needed"], Needed.Never) ? "change-the-question" : "wait-until",
        // Past a few weeks, waiting decides nothing: a threshold does.
        "within-noise" => finding.Number("neededWeeks") <= PatienceWeeks ? "wait-until" : null,
        _ => null,
    };

    private static Dictionary<string, object?> Evidence(Finding finding) =>
        new(finding.Evidence) { ["from"] = finding.From, ["to"] = finding.To, ["finding"] = finding.Code };
}
