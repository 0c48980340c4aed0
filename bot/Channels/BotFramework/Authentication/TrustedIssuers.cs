using System.Collections.Frozen;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Whose tokens are heard, by cloud and settings, and where their keys are published. Source: facts/bot-framework.md 2.1 and 2.3.</summary>
internal sealed class TrustedIssuers
{
    // The tenants that the Emulator's tokens of multi-tenant bots come from: 3.1, 3.2, and the one that only the Agents SDK lists.
    private static readonly string[] PublicTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"];
    private static readonly string[] UsGovTenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"];

    private readonly FrozenDictionary<string, string> _tenantByIssuer;

    public TrustedIssuers(BotFrameworkOptions options)
    {
        var cloud = Cloud.Of(options);
        Channel = cloud.Issuer;
        ChannelMetadata = options.OpenIdMetadata ?? cloud.Metadata;
        EntraMetadata = options.OpenIdMetadata ?? $"{cloud.Login}{(options.Cloud == "usgov" ? UsGovTenants[0] : "common")}/v2.0/.well-known/openid-configuration";
        string[] tenants =
        [
            .. options.Cloud switch { "usgov" => UsGovTenants, "china" => [], _ => PublicTenants },
            .. options.AppType != "MultiTenant" && options.TenantId.Length > 0 ? [options.TenantId.ToLowerInvariant()] : Array.Empty<string>(),
        ];
        _tenantByIssuer = ByIssuer(options, tenants);
    }

    /// <summary>Each tenant under both names that Entra signs its tokens with: of their first version and of their second.</summary>
    public static FrozenDictionary<string, string> ByIssuer(BotFrameworkOptions options, IEnumerable<string> tenants)
    {
        // Not in the sheet: tokens of Entra's first version in China come from a host of their own.
        var sts = options.Cloud == "china" ? "https://sts.chinacloudapi.cn/" : "https://sts.windows.net/";
        return tenants.Distinct().SelectMany(t => new[] { ($"{sts}{t}/", t), ($"{Cloud.Of(options).Login}{t}/v2.0", t) }).ToFrozenDictionary(p => p.Item1, p => p.t);
    }

    /// <summary>Of the channel's tokens.</summary>
    public string Channel { get; }

    /// <summary>Address of the document that names the channel's keys.</summary>
    public string ChannelMetadata { get; }

    /// <summary>The same of tokens that the bot's own credentials get from Entra. A document given by setting serves for both.</summary>
    public string EntraMetadata { get; }

    /// <summary>Entra's issuers for the bot's own tokens.</summary>
    public IReadOnlyList<string> Entra => _tenantByIssuer.Keys;

    /// <returns>The tenant behind one of <see cref="Entra"/>'s issuers; null for any other.</returns>
    public string? TenantOf(string issuer) => _tenantByIssuer.GetValueOrDefault(issuer);
}
