using System.Globalization;
using MentorBot.Kpis;

namespace MentorBot.Tables;

internal enum CellKind
{
    Missing,
    Number,

    /// <summary>"1,234" or "1.234": the column must say whether the sign groups thousands or begins decimals.</summary>
    Ambiguous,
    Unreadable,
}

/// <summary>What one cell says by itself.</summary>
/// <param name="Value">With the separator taken as a thousands sign when ambiguous; percent signs are not applied.</param>
/// <param name="Separator">The sign in doubt, when ambiguous.</param>
/// <param name="Decimal">The decimal sign that the cell proves, or '\0'.</param>
/// <param name="Currency">ISO code that the cell names, or null.</param>
internal readonly record struct NumberCell(CellKind Kind, double Value, char Separator, char Decimal, bool Percent, string? Currency)
{
    private static readonly NumberCell Missing = new(CellKind.Missing, double.NaN, '\0', '\0', false, null);
    private static readonly NumberCell Unreadable = new(CellKind.Unreadable, double.NaN, '\0', '\0', false, null);

    public static NumberCell Read(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        if (MissingCell.Is(text))
        {
            return Missing;
        }

        var negative = false;
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        string? currency = null;
        var percent = false;
        for (var pass = 0; pass < 3 && !text.IsEmpty && !(char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])); pass++)
        {
            if (text[0] is '-' or '\u2212' or '+')
            {
                negative ^= text[0] != '+';
                text = text[1..].TrimStart();
            }
            else if (text[^1] == '%')
            {
                percent = true;
                text = text[..^1].TrimEnd();
            }
            else if (!TryCurrency(ref text, ref currency))
            {
                break;
            }
        }

        var read = Digits.Read(text);
        return read.Kind == CellKind.Unreadable
            ? Unreadable
            : new NumberCell(read.Kind, negative ? -read.Value : read.Value, read.Separator, read.Decimal, percent, currency);
    }

    /// <summary>The number, once the decimal sign is known.</summary>
    public double With(char decimalSign) => Kind == CellKind.Ambiguous && Separator == decimalSign ? Value / 1000 : Value;

    private static bool TryCurrency(ref ReadOnlySpan<char> text, ref string? currency)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        var end = text.LastIndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return false;
        }

        // "-€5" has its sign before the currency, "€-5" and "€.50" after it: only letters and currency signs are looked up.
        var before = text[..start].TrimEnd("-\u2212+., ");
        var after = text[(end + 1)..].TrimEnd('%').Trim();
        if (!before.Trim().IsEmpty && Currencies.Code(before.Trim()) is { } first)
        {
            currency = first;
            text = text[before.Length..].TrimStart();
            return true;
        }

        if (!after.IsEmpty && Currencies.Code(after) is { } last)
        {
            currency = last;
            text = text[..(end + 1)].TrimEnd();
            return true;
        }

        return false;
    }
}

/// <summary>How exports write "not reported". Never zero.</summary>
internal static class MissingCell
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "--", "-", "\u2013", "\u2014", "n/a", "na", "n.a.", "nan", "n.c.", "nc", "n.d.", "nd", "n/d", "null", "none", "(not set)", "#n/a", "s.o.", "undefined",
    };

    public static bool Is(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[0] == '<' && text.Length > 1 || !char.IsAsciiDigit(text[0]) && text.Length <= 9 && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
}
