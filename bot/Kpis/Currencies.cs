namespace MentorBot.Kpis;

/// <summary>ISO codes that exports name, and the signs that stand for them.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> Codes =
        ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN", "BRL", "MAD", "TND", "XOF", "INR", "CZK", "RON", "HUF"];

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["€"] = "EUR",
        ["$"] = "USD",
        ["US$"] = "USD",
        ["$US"] = "USD",
        ["CA$"] = "CAD",
        ["$CA"] = "CAD",
        ["A$"] = "AUD",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["EURO"] = "EUR",
        ["EUROS"] = "EUR",
    };

    /// <returns>The ISO code, or null when the text is not a currency.</returns>
    public static string? Code(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 5)
        {
            return null;
        }

        Span<char> upper = stackalloc char[5];
        var length = text.ToUpperInvariant(upper);
        var key = upper[..length];
        return Signs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var code) ? code
            : Codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var iso) ? iso
            : null;
    }
}
