namespace MentorBot.Tables;

/// <summary>What a file is by its first bytes; its name is never trusted.</summary>
internal enum FileKind
{
    Empty,
    Text,
    Pdf,
    Picture,
    Zip,
    Ole,
    Html,
    Binary,
}

internal static class FileKinds
{
    /// <param name="head">The first bytes of the file, at least 512 where there are as many.</param>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return FileKind.Empty;
        }

        if (Starts(head, "%PDF"u8))
        {
            return FileKind.Pdf;
        }

        if (Starts(head, [0x89, 0x50, 0x4E, 0x47]) || Starts(head, [0xFF, 0xD8, 0xFF]) || Starts(head, "GIF8"u8) || Starts(head, "BM"u8) && head.Length > 30 && head[5] == 0 && head[6] == 0
            || Starts(head, [0x49, 0x49, 0x2A, 0x00]) || Starts(head, [0x4D, 0x4D, 0x00, 0x2A]) || Starts(head, "RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8)
            || head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            return FileKind.Picture;
        }

        if (Starts(head, "PK"u8) && head.Length > 3 && head[2] is 3 or 5 or 7)
        {
            return FileKind.Zip;
        }

        if (Starts(head, [0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileKind.Ole;
        }

        if (TextEncoding.LooksWide(head) is not null)
        {
            return FileKind.Text;
        }

        var text = Starts(head, [0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        var trimmed = text.TrimStart(" \t\r\n"u8);
        if (Starts(trimmed, "<!DOCTYPE"u8) || Starts(trimmed, "<html"u8) || Starts(trimmed, "<?xml"u8) || Starts(trimmed, "<table"u8))
        {
            return FileKind.Html;
        }

        return text.Contains((byte)0) ? FileKind.Binary : FileKind.Text;
    }

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> magic) => head.StartsWith(magic);
}
