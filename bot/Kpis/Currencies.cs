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

    private static readonly HashSet<string> Euro =
        ["AT", "BE", "HR", "CY", "EE", "FI", "FR", "DE", "GR", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PT", "SK", "SI", "ES", "MC", "AD"];

    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["GB"] = "GBP",
        ["US"] = "USD",
        ["CH"] = "CHF",
        ["CA"] = "CAD",
        ["AU"] = "AUD",
        ["SE"] = "SEK",
        ["NO"] = "NOK",
        ["DK"] = "DKK",
        ["PL"] = "PLN",
        ["CZ"] = "CZK",
        ["RO"] = "RON",
        ["HU"] = "HUF",
    };

    /// <summary>What an amount without a sign is in, in a country (ISO 3166 alpha-2); null where it is not known.</summary>
    public static string? OfCountry(string country) => Euro.Contains(country) ? "EUR" : Own.GetValueOrDefault(country);

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
