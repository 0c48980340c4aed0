namespace MentorBot.Tables;

/// <summary>Orders of a shop: a row per article, what belongs to the order only on its first row, and the buyers' data in between.</summary>
internal sealed class Shopify : ITableSource
{
    private static readonly string[] Signature = ["lineitem name", "lineitem quantity", "lineitem price", "financial status", "fulfillment status", "accepts marketing", "discount code", "shipping method", "paid at", "subtotal"];

    public string Id => "shopify";

    public bool RowsContinue => true;

    /// <summary>An order is where its total stands.</summary>
    public (string Kpi, string Where)? Counted => ("orders", "conv_value");

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => Signature.Count(headers.Contains) >= 3 ? 8 : 0;
}
