namespace MentorBot.Channels.BotFramework;

/// <summary>The addresses that differ between clouds. Source: facts/bot-framework.md 2.1, 3.1, 3.4.</summary>
/// <param name="Metadata">OpenID configuration of the channel's tokens.</param>
/// <param name="Issuer">Who signs the channel's tokens.</param>
/// <param name="Login">Authority that gives us tokens; the tenant follows.</param>
/// <param name="DefaultTenant">Of bots without a tenant of their own.</param>
/// <param name="Audience">For whom we ask a token; "/.default" follows.</param>
/// <param name="ServiceUrl">For a proactive message when no conversation has told one.</param>
/// <param name="ServiceHosts">Hosts that may be service URLs; "*.x" takes subdomains.</param>
/// <param name="TeamsHosts">Whose pages show the personal tab in a frame; "*.x" takes subdomains.</param>
internal sealed record Cloud(string Metadata, string Issuer, string Login, string DefaultTenant, string Audience, string ServiceUrl, IReadOnlyList<string> ServiceHosts, IReadOnlyList<string> TeamsHosts)
{
    public static readonly Cloud Public = new(
        "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com",
        "https://login.microsoftonline.com/", "botframework.com", "https://api.botframework.com",
        "https://smba.trafficmanager.net/teams/", ["smba.trafficmanager.net", "*.botframework.com", "*.infra.gcc.teams.microsoft.com", "smba.infra.gcc.teams.microsoft.com"],
        ["teams.microsoft.com", "*.teams.microsoft.com", "teams.cloud.microsoft"]);

    public static readonly Cloud UsGov = new(
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us",
        "https://login.microsoftonline.us/", "MicrosoftServices.onmicrosoft.us", "https://api.botframework.us",
        "https://smba.infra.gov.teams.microsoft.us/teams", ["*.botframework.azure.us", "*.infra.gov.teams.microsoft.us", "*.infra.dod.teams.microsoft.us"],
        ["gov.teams.microsoft.us", "dod.teams.microsoft.us", "*.gov.teams.microsoft.us", "*.dod.teams.microsoft.us"]);

    public static readonly Cloud China = new(
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn",
        "https://login.partner.microsoftonline.cn/", "0b4a31a2-c1a0-475d-b363-5f26668660a3", "https://api.botframework.azure.cn",
        "https://smba.trafficmanager.cn/teams/", ["*.botframework.azure.cn", "smba.trafficmanager.cn"],
        ["teams.microsoftonline.cn", "*.teams.microsoftonline.cn"]);

    public static Cloud Of(BotFrameworkOptions options) => options.Cloud switch
    {
        "usgov" => UsGov,
        "china" => China,
        _ => Public,
    };
}
