using System.Text;
using ExcelDataReader.Exceptions;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Tables;

/// <summary>Reads a file, or a table pasted in the chat, into a <see cref="KpiTable"/>, or refuses it with a sentence. Never throws for what a file holds.</summary>
internal sealed class TableReader(KpiDictionary kpis, IReadOnlyList<ITableSource> sources)
{
    private const int SampleChars = 128 * 1024;

    /// <summary>The old format does not tell before it is opened: it is walked like one of several.</summary>
    private const int ManySheets = 2;

    /// <summary>A reader that knows every source in this assembly.</summary>
    public static TableReader Create(KpiDictionary kpis) => new(kpis, TableSources.All());

    /// <param name="stream">Read to its end; left open.</param>
    /// <param name="fileName">Only for what the refusal says; the kind is found from the bytes.</param>
    public TableResult Read(Stream stream, string fileName, ReadOptions options)
    {
        var tooLarge = Refusal.Of("tables.too-large", ("limitMb", UploadLimit.Megabytes(options.MaxBytes)));
        if (stream.CanSeek && stream.Length - stream.Position > options.MaxBytes)
        {
            return tooLarge;
        }

        using var seekable = SeekableCopy.Of(stream, options.MaxBytes);
        return seekable is null ? tooLarge : ReadSeekable(seekable.Content, fileName, options);
    }

    /// <summary>A pasted table, or figures typed in a sentence ("300e dépensés, 4 ventes"). Null when the text is not figures.</summary>
    public TableResult? ReadTyped(string text, string locale, ReadOptions options) =>
        OnlineSheet.IsLink(text) ? Refusal.Of("tables.link")
        : PastedTable.Rows(text, kpis.Knowing(options.Meanings)) is { } rows ? TableScan.Read(rows, kpis.Knowing(options.Meanings), sources, options)
        : TypedFigures.Read(text, locale, kpis, options);

    private TableResult ReadSeekable(Stream stream, string fileName, ReadOptions options)
    {
        var head = new byte[4096];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        switch (FileKinds.Of(head.AsSpan(0, length)))
        {
            case FileKind.Empty:
                return Refusal.Of("tables.empty-file", ("file", fileName));
            case FileKind.Pdf:
                return Refusal.Of("tables.pdf", ("file", fileName));
            case FileKind.Picture:
                return Refusal.Of("tables.picture", ("file", fileName));
            case FileKind.Html or FileKind.Binary:
                return Refusal.Of("tables.not-a-table", ("file", fileName));
            case FileKind.Zip:
                return WorkbookGuard.CheckZip(stream, options.MaxBytes) is { } packed ? packed : ReadParts(stream, WorkbookGuard.Sheets(stream), options);
            case FileKind.Ole:
                return WorkbookGuard.CheckOle(stream) is { } locked ? locked : ReadParts(stream, ManySheets, options);
            default:
                return ReadText(stream, options);
        }
    }

    private TableResult ReadText(Stream stream, ReadOptions options)
    {
        var encoding = TextEncoding.Of(stream);
        using var sampler = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        var buffer = new char[SampleChars];
        var sample = new string(buffer, 0, sampler.ReadBlock(buffer));
        if (OnlineSheet.IsLink(sample))
        {
            return Refusal.Of("tables.link");
        }

        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        try
        {
            var known = kpis.Knowing(options.Meanings);
            return TableScan.Read(DelimitedRows.Read(reader, Delimiter.Of(sample, known)), known, sources, options);
        }
        catch (UnreadableFileException e)
        {
            return e.Refusal;
        }
    }

    private TableResult ReadParts(Stream stream, int sheets, ReadOptions options)
    {
        try
        {
            var known = kpis.Knowing(options.Meanings);
            return sheets == 0 ? TableScan.Read(() => ArchiveRows.Read(stream, known, options.MaxBytes), known, sources, options)
                : sheets == 1 ? TableScan.Read(WorkbookRows.Read(stream).SelectMany(s => s.Rows), known, sources, options)
                : TableScan.Read(() => WorkbookRows.Read(stream), known, sources, options);
        }
        catch (UnreadableFileException e)
        {
            return e.Refusal;
        }
        catch (InvalidPasswordException)
        {
            return Refusal.Of("tables.password");
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or IOException or FormatException or ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or OverflowException or NotSupportedException or NullReferenceException or System.Xml.XmlException or InvalidCastException or KeyNotFoundException)
        {
            // The library has no single exception for a workbook that is cut short or written by hand.
            return Refusal.Of("tables.damaged");
        }
    }
}
