namespace MentorBot.Turns;

/// <summary>Open set: one per channel whose files lie elsewhere. Brings a file into Files before its turn.</summary>
internal interface IContentFetcher
{
    /// <summary>"msteams", "slack".</summary>
    string Channel { get; }

    /// <returns>The file as kept; without an id when it is above the limit or could not be fetched.</returns>
    Task<FileContent> FetchAsync(InboundEvent inbound, RemoteFileContent file, CancellationToken cancellationToken);
}
