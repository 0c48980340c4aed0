using System.ComponentModel.DataAnnotations;

namespace MentorBot.Channels.BotFramework;

/// <summary>Settings of the Bot Framework channel. Without an app id it answers only in Development and only over loopback.</summary>
internal sealed class BotFrameworkOptions : IValidatableObject
{
    public const string Section = "BotFramework";

    /// <summary>Of the Entra app that the bot is registered with, a GUID; empty for none.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The bot's own Entra tenant, a GUID.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>How the bot proves who it is: "SingleTenant" (secret), "MultiTenant" (secret, only bots registered before August 2025), "UserAssignedMSI", "Federated" (managed identity as the app's credential).</summary>
    [RegularExpression("SingleTenant|MultiTenant|UserAssignedMSI|Federated", ErrorMessage = "BotFramework:AppType must be SingleTenant, MultiTenant, UserAssignedMSI or Federated.")]
    public string AppType { get; init; } = "SingleTenant";

    /// <summary>Never logged.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Client id of the managed identity whose assertion stands for a secret; Federated only.</summary>
    public string ManagedIdentityClientId { get; init; } = "";

    [RegularExpression("public|usgov|china", ErrorMessage = "BotFramework:Cloud must be public, usgov or china.")]
    public string Cloud { get; init; } = "public";

    /// <summary>Instead of the cloud's own document of keys and issuer.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "BotFramework:OpenIdMetadata must be the http(s) address of an OpenID configuration.")]
    public string? OpenIdMetadata { get; init; }

    /// <summary>Instead of the cloud's own token endpoint.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "BotFramework:TokenEndpoint must be an http(s) address.")]
    public string? TokenEndpoint { get; init; }

    /// <summary>Hosts that may be service URLs beside the cloud's own; "*.example.com" takes its subdomains.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>Entra tenants whose people may sign in to the tab beside those of <see cref="TenantId"/>.</summary>
    public IReadOnlyList<string> SignInTenants { get; init; } = [];

    /// <summary>Who may show the tab in a frame beside Teams' own pages, as a Content-Security-Policy writes it: "https://portal.example.com".</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    public bool HasApp => AppId.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!HasApp)
        {
            yield break;
        }

        if (!Guid.TryParse(AppId, out _))
        {
            yield return new("BotFramework:AppId must be the GUID of the bot's Entra app.");
        }

        if (SignInTenants.FirstOrDefault(t => !Guid.TryParse(t, out _)) is not null)
        {
            yield return new("BotFramework:SignInTenants must be GUIDs of Entra tenants.");
        }

        if (FrameAncestors.FirstOrDefault(a => !Uri.TryCreate(a, UriKind.Absolute, out var url) || url.GetLeftPart(UriPartial.Authority) != a) is not null)
        {
            yield return new("BotFramework:FrameAncestors must be origins such as https://portal.example.com, without a path.");
        }

        if (AppType != "MultiTenant" && !Guid.TryParse(TenantId, out _))
        {
            yield return new($"BotFramework:TenantId must be the GUID of the bot's tenant when BotFramework:AppType is {AppType}.");
        }

        if (AppType is "SingleTenant" or "MultiTenant" && ClientSecret.Length == 0)
        {
            yield return new($"BotFramework:ClientSecret is empty; {AppType} needs it. On Azure, Federated with BotFramework:ManagedIdentityClientId needs none.");
        }

        if (AppType == "Federated" && ManagedIdentityClientId.Length == 0)
        {
            yield return new("BotFramework:ManagedIdentityClientId is empty; Federated needs the client id of the managed identity.");
        }
    }
}
