using System.Text.RegularExpressions;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>Takes "passage TV du 12 au 14 octobre" apart: what happened, and when.</summary>
internal static partial class EventWords
{
    /// <returns>Null when the text names no day, or nothing but a day.</returns>
    public static NotedDays? Read(string text, string locale, DateOnly today)
    {
        if (Stretch().Match(text) is { Success: true } stretch && Day(stretch.Groups["to"].Value, locale, today) is { } to
            && (Day(Borrowed(stretch), locale, today) ?? Day(stretch.Groups["from"].Value, locale, today)) is { } from && from <= to
            && Named(text.Remove(stretch.Index, stretch.Length)) is { } what)
        {
            return new NotedDays(from, to, what);
        }

        return Apart(text, locale, today) is var (words, day) && Named(words) is { } named ? new NotedDays(day, day, named) : null;
    }

    /// <summary>A day gone by or ahead, whichever is nearer: an event is noted when it is still in mind.</summary>
    public static DateOnly? Day(string text, string locale, DateOnly today)
    {
        var behind = DateReader.Read(text, locale, today, past: true).Readings.Select(d => (DateOnly?)d).FirstOrDefault();
        var ahead = DateReader.Read(text, locale, today).Readings.Select(d => (DateOnly?)d).FirstOrDefault();
        return behind is { } b && ahead is { } a ? Math.Abs(a.DayNumber - today.DayNumber) < Math.Abs(b.DayNumber - today.DayNumber) ? a : b : behind ?? ahead;
    }

    /// <summary>The shortest end, else the shortest beginning, that still is the day.</summary>
    private static (string Words, DateOnly Day)? Apart(string text, string locale, DateOnly today)
    {
        if (Day(text, locale, today) is not { } day)
        {
            return null;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = words.Length - 1; at > 0; at--)
        {
            if (Day(string.Join(' ', words[at..]), locale, today) == day && Day(string.Join(' ', words[..at]), locale, today) is null)
            {
                return (string.Join(' ', words[..at]), day);
            }
        }

        for (var at = 1; at < words.Length; at++)
        {
            if (Day(string.Join(' ', words[..at]), locale, today) == day && Day(string.Join(' ', words[at..]), locale, today) is null)
            {
                return (string.Join(' ', words[at..]), day);
            }
        }

        return null;
    }

    private static string? Named(string words)
    {
        var plain = Spaces().Replace(Joints().Replace(words.Trim(), ""), " ").Trim(' ', ',', ':', ';', '.', '-', '\u2013');
        return plain.Length == 0 ? null : plain.Length > NotedEvent.LongestWords ? plain[..(NotedEvent.LongestWords - 1)] + "…" : plain;
    }

    /// <summary>"du 12 au 14 octobre": the first day has no month of its own.</summary>
    private static string Borrowed(Match stretch) => BareDay().IsMatch(stretch.Groups["from"].Value)
        ? FirstNumber().Replace(stretch.Groups["to"].Value, BareDay().Match(stretch.Groups["from"].Value).Groups[1].Value, 1)
        : stretch.Groups["from"].Value;

    [GeneratedRegex(@"\b(?:du|from)\s+(?<from>.{1,30}?)\s+(?:au|jusqu'au|to|until|till)\s+(?<to>[^,;]{1,40})$", RegexOptions.IgnoreCase)]
    private static partial Regex Stretch();

    [GeneratedRegex(@"^\s*(\d{1,2})\s*(?:er)?\s*$")]
    private static partial Regex BareDay();

    [GeneratedRegex(@"\d{1,2}(?:er)?")]
    private static partial Regex FirstNumber();

    /// <summary>What led to the day and hangs in the air once it is taken away.</summary>
    [GeneratedRegex(@"((^|\s+)(le|du|au|dès|depuis|on|the|from|since|of|de|en))+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Joints();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
