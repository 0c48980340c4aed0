using System.IO.Compression;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Tables;

/// <summary>The text tables of an archive, as Search Console and YouTube Studio send them. Entries are read in memory; their names are labels and never paths.</summary>
internal static class ArchiveRows
{
    private const int MostTables = 40;
    private const int SampleChars = 128 * 1024;
    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    /// <summary>Entries that may be tables.</summary>
    public static IEnumerable<ZipArchiveEntry> Tables(ZipArchive zip) =>
        zip.Entries.Where(e => Endings.Contains(Path.GetExtension(e.Name).ToLowerInvariant()) && !e.Name.StartsWith("._", StringComparison.Ordinal) && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).Take(MostTables);

    /// <summary>The rows of a part must be taken before the next part is asked for.</summary>
    /// <exception cref="UnreadableFileException">An entry unpacks to more than a file may.</exception>
    public static IEnumerable<NamedRows> Read(Stream stream, KpiDictionary kpis, long maxBytes)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in Tables(zip))
        {
            using var packed = entry.Open();
            using var unpacked = SeekableCopy.Of(packed, maxBytes) ?? throw new UnreadableFileException(Refusal.Of("tables.too-large", ("limitMb", UploadLimit.Megabytes(maxBytes))));
            var head = new byte[4096];
            var length = unpacked.Content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            unpacked.Content.Position = 0;
            if (FileKinds.Of(head.AsSpan(0, length)) == FileKind.Text)
            {
                yield return new NamedRows(TextEncoding.Repair(Path.GetFileNameWithoutExtension(entry.Name)), Rows(unpacked.Content, kpis));
            }
        }
    }

    private static IEnumerable<Row> Rows(Stream text, KpiDictionary kpis)
    {
        var encoding = TextEncoding.Of(text);
        using var sampler = new StreamReader(text, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        var buffer = new char[SampleChars];
        var delimiter = Delimiter.Of(new string(buffer, 0, sampler.ReadBlock(buffer)), kpis);
        text.Position = 0;
        using var reader = new StreamReader(text, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        foreach (var row in DelimitedRows.Read(reader, delimiter))
        {
            yield return row;
        }
    }
}
