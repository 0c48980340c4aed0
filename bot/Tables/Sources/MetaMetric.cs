using System.Text.RegularExpressions;
using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Meta Business Suite, one metric per day: a line "sep=,", a title that names the metric ("Reach", "Couverture Instagram"), then "Date,Primary".</summary>
internal sealed partial class MetaMetric : ITableSource
{
    public string Id => "meta-metric";

    /// <summary>The renamed column can be any metric: what stands above it is the signature.</summary>
    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        headers.Count == 2 && headers.Contains("date") && Title(preamble) is { } title && headers.Contains(HeaderName.Split(title).Name) && IsMarked(preamble) ? 9 : 0;

    public string? Meaning(string header, IReadOnlyList<string> preamble) => HeaderName.Normalise(header) is "primary" or "principal" or "principale" && IsMarked(preamble) ? Title(preamble) : null;

    private static bool IsMarked(IReadOnlyList<string> preamble) => preamble.Any(l => l.StartsWith("sep=", StringComparison.OrdinalIgnoreCase));

    private static string? Title(IReadOnlyList<string> preamble) =>
        preamble.Where(l => !l.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)).Select(l => Platform().Replace(l, " ").Trim()).LastOrDefault(l => l.Length > 0);

    [GeneratedRegex(@"\b(sur |on |de |of )?(facebook|instagram)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Platform();
}
