using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Google Ads, downloaded from its pages: a title, a period, the headers; several totals rows at the end, in French labelled in the column of the state.</summary>
internal sealed class GoogleAds : ITableSource
{
    private static readonly string[] Signature = ["impr.", "avg. cpc", "cpc moy.", "cost / conv.", "cout/conv.", "conv. rate", "taux de conv.", "conv. value", "valeur de conv.", "currency code", "code de la devise", "etat de la campagne", "avg. cost", "cout moy."];

    public string Id => "google-ads";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        Signature.Count(headers.Contains) >= 2 || headers.Contains("impr.") && (headers.Contains("cost") || headers.Contains("cout")) ? 8
        : preamble.Select(HeaderName.Normalise).Any(IsTitle) && (headers.Contains("cost") || headers.Contains("cout") || headers.Contains("impr.")) ? 8
        : 0;

    private static bool IsTitle(string line) =>
        line.EndsWith(" report", StringComparison.Ordinal) || line.StartsWith("rapport sur ", StringComparison.Ordinal) || line.EndsWith("bericht", StringComparison.Ordinal);
}
