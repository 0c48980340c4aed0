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

    [GeneratedRegex(@"\b(generated|exported|downloaded|created|généré|exporté|téléchargé)e?\b\s*(on|at|le)?\s*:?\s*(?<date>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();
}
