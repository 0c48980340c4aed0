using System.Text;

namespace MentorBot.Tables;

/// <summary>Decides how the bytes of a text file spell its characters: byte order mark, wide characters without one, strict UTF-8, and Windows-1252 for what French Excel saved.</summary>
internal static class TextEncoding
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    private static readonly Encoding Strict1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? Encoding.Latin1;

    /// <summary>Reads the stream to its end where only that can tell, and leaves it at its start.</summary>
    public static Encoding Of(Stream stream)
    {
        var head = new byte[4096];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (LooksWide(head.AsSpan(0, length)) is { } wide)
        {
            return wide;
        }

        var encoding = IsUtf8(stream) ? StrictUtf8 : Windows1252;
        stream.Position = 0;
        return encoding;
    }

    /// <returns>UTF-16 of either order, with or without its mark; null for anything else.</returns>
    public static Encoding? LooksWide(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return pairs < 4 ? null
            : odd > pairs * .6 && even == 0 ? Encoding.Unicode
            : even > pairs * .6 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>"DÃ©pensÃ©" back to "Dépensé": UTF-8 that was once read as Windows-1252.</summary>
    public static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAny('Ã', 'Â', 'â'))
        {
            return text;
        }

        try
        {
            var bytes = Strict1252.GetBytes(text);
            return StrictUtf8.GetString(bytes);
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException or ArgumentException)
        {
            // Not mojibake: "PÂQUES" is a word.
            return text;
        }
    }

    private static bool IsUtf8(Stream stream)
    {
        var decoder = StrictUtf8.GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[64 * 1024 + 4];
        int length;
        try
        {
            while ((length = stream.Read(bytes)) > 0)
            {
                decoder.GetChars(bytes.AsSpan(0, length), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
