namespace MentorBot.Tables;

/// <summary>Deals or opportunities of a CRM (HubSpot, Salesforce): a row per deal, an amount, and the names of owners and contacts in between.</summary>
internal sealed class Crm : ITableSource
{
    private static readonly string[] Signature =
    [
        "deal name", "deal stage", "close date", "create date", "lifecycle stage", "original source", "original traffic source", "contact owner", "deal owner", "lead source", "opportunity name", "opportunity owner",
        "record id", "nom de la transaction", "phase de la transaction", "nom de l'opportunite", "date de cloture",
    ];

    public string Id => "crm";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => Signature.Count(headers.Contains) >= 2 ? 8 : 0;
}
