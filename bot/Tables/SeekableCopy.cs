namespace MentorBot.Tables;

/// <summary>The caller's stream where it can be rewound (and then it is not ours to close), else a copy in memory, no larger than a file may be.</summary>
internal sealed class SeekableCopy : IDisposable
{
    private readonly MemoryStream? _copy;

    private SeekableCopy(Stream content, MemoryStream? copy) => (Content, _copy) = (content, copy);

    /// <summary>Stands at its start.</summary>
    public Stream Content { get; }

    /// <returns>Null when the stream holds more than the limit.</returns>
    public static SeekableCopy? Of(Stream stream, long maxBytes)
    {
        if (stream.CanSeek && stream.Position == 0)
        {
            return new SeekableCopy(stream, null);
        }

        var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (copy.Length + read > maxBytes)
            {
                copy.Dispose();
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return new SeekableCopy(copy, copy);
    }

    public void Dispose() => _copy?.Dispose();
}
