namespace MentorBot.Messages;

/// <summary>How one person is written to.</summary>
/// <param name="Locale">"fr" or "en".</param>
/// <param name="Form">French only; English has one form.</param>
internal sealed record Voice(string Locale, AddressForm Form)
{
    public bool IsFrench => Locale == Locales.French;
}

internal enum AddressForm
{
    Vous,
    Tu,
}

internal static class Locales
{
    public const string French = "fr";
    public const string English = "en";

    public static readonly IReadOnlyList<string> All = [French, English];

    /// <summary>Of a BCP-47 tag such as "fr-BE", the language we speak.</summary>
    /// <returns>Null when we do not speak it, or when there is none.</returns>
    public static string? Nearest(string? tag) => tag is null ? null : All.FirstOrDefault(l => tag.StartsWith(l, StringComparison.OrdinalIgnoreCase) && (tag.Length == l.Length || tag[l.Length] is '-' or '_'));
}
