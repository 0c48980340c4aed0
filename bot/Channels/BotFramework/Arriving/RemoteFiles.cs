using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Storage;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>Brings a file that a person sent on Teams into Files: a plain GET of a short-lived address, without any token of ours. Source: facts/bot-framework.md 5.6.</summary>
internal sealed class RemoteFiles(IHttpClientFactory http, FileStore files, UploadLimit limit, ServiceHosts hosts, ILogger<RemoteFiles> logger) : IContentFetcher
{
    /// <summary>Its client follows no redirect to another place and sends nothing but the request.</summary>
    public const string Client = "teams-files";

    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public string Channel => ActivityReader.Channel;

    public async Task<FileContent> FetchAsync(InboundEvent inbound, RemoteFileContent file, CancellationToken cancellationToken)
    {
        var lost = new FileContent(null, file.Name, file.MediaType, 0, file.Text);
        if (!MayReach(file.Source, hosts))
        {
            Log.FileRefused(logger, inbound.Id);
            return lost;
        }

        using var client = http.CreateClient(Client);
        using var answer = await client.GetAsync(new Uri(file.Source), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            Log.FileNotFetched(logger, inbound.Id, (int)answer.StatusCode);
            return lost;
        }

        if (answer.Content.Headers.ContentLength is { } told && told > limit.Bytes)
        {
            return lost with { Length = told };
        }

        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var stored = await files.SaveAsync(inbound.OrganisationId, inbound.PersonId!.Value, file.Name, file.MediaType, content, limit.Bytes, Keep, cancellationToken);
        return stored is null ? lost with { Length = limit.Bytes + 1 } : new FileContent(stored.Id, file.Name, file.MediaType, stored.Length, file.Text);
    }

    /// <summary>Files lie in OneDrive and SharePoint, wherever the tenant is: any https host with a name. A development client may have them on this machine.</summary>
    public static bool MayReach(string source, ServiceHosts hosts) =>
        Uri.TryCreate(source, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
        && ((url.Scheme == Uri.UriSchemeHttps && url.HostNameType == UriHostNameType.Dns && url.Host.Contains('.', StringComparison.Ordinal)) || (url.IsLoopback && hosts.Allows(url.GetLeftPart(UriPartial.Authority))));
}
