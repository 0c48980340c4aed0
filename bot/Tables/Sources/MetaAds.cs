namespace MentorBot.Tables;

/// <summary>Meta Ads Manager: no preamble, the currency in the headers, rates as percents without a sign, and sometimes a totals row without a label, first or last.</summary>
internal sealed class MetaAds : ITableSource
{
    private static readonly string[] Signature =
    [
        "amount spent", "montant depense", "reporting starts", "debut des rapports", "ad set name", "nom de l'ensemble de publicites", "link clicks", "clics sur un lien", "clics sur le lien",
        "clicks (all)", "clics (tous)", "attribution setting", "result indicator", "indicateur de resultats", "ctr (link click-through rate)",
    ];

    public string Id => "meta-ads";

    public bool BarePercents => true;

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers)
    {
        var spent = headers.Contains("amount spent") || headers.Contains("montant depense");
        return spent ? 8 : Signature.Count(headers.Contains) >= 2 ? 6 : 0;
    }
}
