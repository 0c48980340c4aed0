using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>How a platform spells cells in one language: numbers, dates and quotes.</summary>
internal sealed class ExportWriter(bool french, char delimiter)
{
    private static readonly string[] FrenchMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private readonly StringBuilder _text = new();

    public bool French => french;

    public string Pick(string inFrench, string inEnglish) => french ? inFrench : inEnglish;

    /// <summary>"1 234,56" with U+00A0, or "1,234.56".</summary>
    public string Number(double value, int decimals)
    {
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return french ? text.Replace(',', '\u00A0').Replace('.', ',') : text;
    }

    /// <summary>"2,50 %" or "2.50%".</summary>
    public string Percent(double fraction) => Number(fraction * 100, 2) + (french ? "\u00A0%" : "%");

    public string Month(DateOnly day) => FrenchMonths[day.Month - 1];

    public static string Plain(double value, int decimals) => Math.Round(value, decimals).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Line(params IEnumerable<string> cells) =>
        _text.Append(string.Join(delimiter, cells.Select(c => c.Contains(delimiter, StringComparison.Ordinal) || c.Contains('"', StringComparison.Ordinal) ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c))).Append("\r\n");

    public byte[] Bytes(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(_text.ToString())];
}
