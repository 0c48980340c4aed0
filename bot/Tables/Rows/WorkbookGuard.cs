using System.IO.Compression;
using System.Text;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Tables;

/// <summary>Looks at a workbook or an archive before anything opens it: is it one, is it locked, does it carry macros, does it unpack to more than a file may.</summary>
internal static class WorkbookGuard
{
    /// <summary>An honest workbook of text and numbers unpacks to some ten times its size.</summary>
    private const int LargestGrowth = 10;

    /// <returns>The refusal, or null when the file may be opened.</returns>
    public static Refusal? CheckZip(Stream stream, long maxBytes)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return Refusal.Of("tables.macro-workbook");
            }

            if (!IsWorkbook(zip) && !ArchiveRows.Tables(zip).Any())
            {
                return Refusal.Of("tables.zip");
            }

            if (zip.Entries.Any(e => e.IsEncrypted))
            {
                return Refusal.Of("tables.password");
            }

            return UnpacksTooFar(zip, maxBytes * LargestGrowth) ? Refusal.Of("tables.zip-bomb", ("limitMb", UploadLimit.Megabytes(maxBytes * LargestGrowth))) : null;
        }
        catch (InvalidDataException)
        {
            return Refusal.Of("tables.damaged");
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <returns>How many sheets a workbook has; 0 for an archive of files.</returns>
    public static int Sheets(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var sheets = IsWorkbook(zip) ? Math.Max(1, zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && e.Name.Length > 0 && !e.FullName.Contains("/_rels/", StringComparison.Ordinal))) : 0;
        stream.Position = 0;
        return sheets;
    }

    /// <summary>A workbook of the old format, or the envelope of an encrypted one.</summary>
    public static Refusal? CheckOle(Stream stream)
    {
        // Directory names are UTF-16 and sit anywhere in the file.
        var found = Find(stream, ["EncryptedPackage", "_VBA_PROJECT_CUR", "Workbook", "Book"]);
        stream.Position = 0;
        return found.Contains("EncryptedPackage") ? Refusal.Of("tables.password")
            : found.Contains("_VBA_PROJECT_CUR") ? Refusal.Of("tables.macro-workbook")
            : found.Count == 0 ? Refusal.Of("tables.not-a-table")
            : null;
    }

    private static bool IsWorkbook(ZipArchive zip) => zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Unpacks every part and counts, because a bomb lies about its sizes.</summary>
    private static bool UnpacksTooFar(ZipArchive zip, long limit)
    {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            if (total + entry.Length > limit)
            {
                return true;
            }

            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                if ((total += read) > limit)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static HashSet<string> Find(Stream stream, string[] names)
    {
        var found = new HashSet<string>();
        var patterns = names.Select(n => (Name: n, Bytes: Encoding.Unicode.GetBytes(n))).ToList();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var span = buffer.AsSpan(0, kept + read);
            foreach (var (name, bytes) in patterns)
            {
                if (span.IndexOf(bytes) >= 0)
                {
                    found.Add(name);
                }
            }

            kept = Math.Min(64, span.Length);
            span[^kept..].CopyTo(buffer);
        }

        return found;
    }
}
