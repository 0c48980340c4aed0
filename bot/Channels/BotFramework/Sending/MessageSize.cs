using System.Text;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>What of a message counts against the channel's limits. Source: facts/bot-framework.md 3.5 and 5.1: embedded pictures do not count as text, but the whole body has a limit of its own.</summary>
internal static class MessageSize
{
    /// <summary>Bytes of text, counted as UTF-16: above it Teams answers 413.</summary>
    public const int LargestText = 100 * 1024;

    /// <summary>Bytes on the wire: above it the service in front of Teams answers 413.</summary>
    public const int LargestBody = 256 * 1024;

    public static bool IsTooLarge(ReadOnlySpan<byte> json) =>
        json.Length > LargestBody || (Encoding.UTF8.GetCharCount(json) * sizeof(char) > LargestText && (Encoding.UTF8.GetCharCount(json) - Pictures(json)) * sizeof(char) > LargestText);

    /// <returns>Characters of embedded pictures.</returns>
    private static int Pictures(ReadOnlySpan<byte> json)
    {
        var count = 0;
        while (json.IndexOf("\"data:image/"u8) is var start and >= 0)
        {
            json = json[(start + 1)..];
            var length = json.IndexOf((byte)'"') is var end and >= 0 ? end : json.Length;
            count += length;
            json = json[length..];
        }

        return count;
    }
}
