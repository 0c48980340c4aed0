namespace MentorBot.Messages;

/// <summary>The currencies people name in a chat, signs and slang included.</summary>
internal static class Currencies
{
    /// <returns>The ISO 4217 code, or null when the word names no currency.</returns>
    public static string? Iso(string said) => said.ToUpperInvariant() switch
    {
        "€" or "E" or "EUR" or "EURO" or "EUROS" or "BALLES" => "EUR",
        "$" or "US$" or "USD" or "DOLLAR" or "DOLLARS" or "BUCKS" => "USD",
        "£" or "GBP" or "POUND" or "POUNDS" or "QUID" or "LIVRE" or "LIVRES" => "GBP",
        "¥" => "JPY",
        "CHF" => "CHF",
        "CAD" => "CAD",
        "MAD" => "MAD",
        "XOF" or "FCFA" => "XOF",
        _ => null,
    };
}
