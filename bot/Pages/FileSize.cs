using MentorBot.Messages;

namespace MentorBot.Pages;

/// <summary>Bytes as people read them: "12 Ko" or "12 KB".</summary>
internal static class FileSize
{
    public static string Of(long bytes, string locale)
    {
        var french = locale == Locales.French;
        var (value, unit) = bytes switch
        {
            < 1000 => (bytes, french ? "o" : "B"),
            < 1_000_000 => (bytes / 1e3, french ? "Ko" : "KB"),
            _ => (bytes / 1e6, french ? "Mo" : "MB"),
        };
        return $"{NumberWriter.For(locale).Number(value, value < 10 && bytes >= 1000 ? 1 : 0)}\u00A0{unit}";
    }
}
