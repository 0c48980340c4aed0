using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Tables;

/// <summary>What a reading is made from, by reference: an upload or a paste in Files ("file:…", "paste:…"), an example ("example:google-ads.fr.csv"), or figures in a sentence ("typed:…").</summary>
internal sealed class Material(TableReader reader, FileStore files, PromptsFolder prompts, UploadLimit limit)
{
    /// <summary>As the buttons of the examples carry it.</summary>
    public const string Example = "example:";

    private const string Upload = "file:";
    private const string Paste = "paste:";
    private const string Typed = "typed:";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public long MaxBytes => limit.Bytes;

    /// <summary>Why a channel has no bytes of a file: it is above the limit, or, with no length known, it did not come through.</summary>
    public Refusal NotKept(long length) => length > 0 ? Refusal.Of("tables.too-large", ("limitMb", UploadLimit.Megabytes(MaxBytes))) : Refusal.Of("tables.not-fetched");

    public static string OfFile(Guid id) => Upload + id.ToString("N");

    /// <summary>The upload behind a reference; null when there is nothing of the person's to delete.</summary>
    public static Guid? FileOf(string reference) => (reference.StartsWith(Upload, StringComparison.Ordinal) || reference.StartsWith(Paste, StringComparison.Ordinal))
        && Guid.TryParse(reference.AsSpan(reference.IndexOf(':') + 1), out var id) ? id : null;

    /// <summary>True when a text is a table, figures, or a link that will be refused with a better way.</summary>
    public bool IsMaterial(string text, Voice voice, DateOnly today) => reader.ReadTyped(text, voice.Locale, new ReadOptions { Today = today, MaxBytes = MaxBytes }) is not null;

    /// <summary>Several lines: a table, which may hold more than figures.</summary>
    public static bool IsTable(string text) => text.Contains('\n', StringComparison.Ordinal);

    /// <summary>A pasted table may hold personal columns: it is kept where uploads are, and goes with its reading. A sentence with figures holds none.</summary>
    public async ValueTask<string> OfTextAsync(Guid organisationId, Guid personId, string text, CancellationToken cancellationToken)
    {
        if (!IsTable(text))
        {
            return Typed + text;
        }

        var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var file = await files.SaveAsync(organisationId, personId, "paste.txt", "text/plain", bytes, bytes.Length, Kept, cancellationToken);
        return Paste + file?.Id.ToString("N");
    }

    /// <returns>Null when a text is no figures, or the upload has already been deleted.</returns>
    public async ValueTask<TableResult?> ReadAsync(string reference, string name, string locale, ReadOptions options, CancellationToken cancellationToken)
    {
        var limited = options with { MaxBytes = MaxBytes };
        if (reference.StartsWith(Typed, StringComparison.Ordinal))
        {
            return reader.ReadTyped(reference[Typed.Length..], locale, limited);
        }

        if (reference.StartsWith(Example, StringComparison.Ordinal))
        {
            // Only the file's own name: a press cannot point outside the examples.
            var path = prompts.Combine("examples", Path.GetFileName(reference[Example.Length..]));
            if (!File.Exists(path))
            {
                return null;
            }

            await using var example = File.OpenRead(path);
            return reader.Read(example, Path.GetFileName(path), limited);
        }

        if (FileOf(reference) is not { } id || await files.FindAsync(id, cancellationToken) is null)
        {
            return null;
        }

        await using var stream = await files.OpenAsync(id, cancellationToken);
        if (reference.StartsWith(Paste, StringComparison.Ordinal))
        {
            using var text = new StreamReader(stream);
            return reader.ReadTyped(await text.ReadToEndAsync(cancellationToken), locale, limited);
        }

        return reader.Read(stream, name, limited);
    }
}
