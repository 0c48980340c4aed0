using System.Text.RegularExpressions;

namespace MentorBot.Tables;

/// <summary>Dates that the lines above a table state.</summary>
internal static partial class PreambleDates
{
    /// <summary>The first line that is, or ends in, two dates around a dash.</summary>
    public static (DateOnly From, DateOnly To)? Range(IReadOnlyList<string> preamble)
    {
        foreach (var line in preamble)
        {
            var text = line.TrimStart('#', ' ');
            var at = text.LastIndexOf(": ", StringComparison.Ordinal);
            if (DateCell.Read(text.AsSpan(at < 0 ? 0 : at + 2)) is { Kind: DateKind.Exact, End: { } end } range)
            {
                return (range.Day, end);
            }
        }

        return null;
    }

    /// <summary>The date on a line that begins with one of these labels.</summary>
    public static DateOnly? After(IReadOnlyList<string> preamble, params string[] labels)
    {
        foreach (var line in preamble)
        {
            var text = line.TrimStart('#', ' ');
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && labels.Contains(Kpis.HeaderName.Normalise(text[..colon])) && DateCell.Read(text.AsSpan(colon + 1)) is { Kind: DateKind.Exact } date)
            {
                return date.Day;
            }
        }

        return null;
    }

    /// <summary>The slashed date behind a label, anywhere in the lines, once its order is known.</summary>
    public static DateOnly? Slashed(IReadOnlyList<string> preamble, string label, string? order)
    {
        foreach (var line in preamble)
        {
            var at = line.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && SlashedDate().Match(line, at) is { Success: true } match && DateCell.Read(match.ValueSpan) is var date)
            {
                var (month, day) = order == "mdy" ? (date.First, date.Second) : (date.Second, date.First);
                return date.Kind == DateKind.Exact ? date.Day
                    : date.Kind == DateKind.Slashed && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(date.Year, month) ? new DateOnly(date.Year, month, day)
                    : null;
            }
        }

        return null;
    }

    /// <summary>The day on which the file says that it was made.</summary>
    public static DateOnly? Generated(IReadOnlyList<string> preamble)
    {
        foreach (var line in preamble)
        {
            if (Made().Match(line) is { Success: true } match && DateCell.Read(match.Groups["date"].Value) is { Kind: DateKind.Exact } date)
            {
                return date.Day;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")]
    private static partial Regex SlashedDate();

    [GeneratedRegex(@"\b(generated|exported|downloaded|created|généré|exporté|téléchargé)e?\b\s*(on|at|le)?\s*:?\s*(?<date>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();
}
