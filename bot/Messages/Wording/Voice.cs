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
}
