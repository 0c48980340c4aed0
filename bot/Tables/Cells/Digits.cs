using System.Globalization;

namespace MentorBot.Tables;

/// <summary>Digits with their separators, and what they prove about the decimal sign.</summary>
internal readonly record struct Digits(CellKind Kind, double Value, char Separator, char Decimal)
{
    private const int Longest = 40;

    /// <summary>Digits of which any number is exact in a double; so is the power of ten below it, and their quotient is the nearest double.</summary>
    private const int ExactDigits = 15;

    private static readonly Digits Unreadable = new(CellKind.Unreadable, double.NaN, '\0', '\0');

    public static Digits Read(ReadOnlySpan<char> text)
    {
        if (Plain(text) is var plain && !double.IsNaN(plain.Value))
        {
            return plain;
        }

        if (text.IsEmpty || text.Length > Longest)
        {
            return Unreadable;
        }

        var (commas, points, blanks, quotes, digits) = (0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c == ',')
            {
                commas++;
            }
            else if (c == '.')
            {
                points++;
            }
            else if (c is ' ' or '\u00A0' or '\u202F' or '\u2009')
            {
                blanks++;
            }
            else if (c is '\'' or '\u2019')
            {
                quotes++;
            }
            else
            {
                return Exponent(text);
            }
        }

        if (digits == 0 || blanks > 0 && quotes > 0)
        {
            return Unreadable;
        }

        var last = text.LastIndexOfAny(',', '.');
        var sign = last < 0 ? '\0' : text[last];
        var other = sign == ',' ? points : commas;
        var same = sign == ',' ? commas : points;
        var spaced = blanks + quotes > 0;
        var after = text.Length - last - 1;

        // A sign that repeats, and no other: 1,234,567.
        if (same > 1)
        {
            return other == 0 && !spaced ? Number(text, text.Length, sign, sign == ',' ? '.' : ',') : Unreadable;
        }

        if (sign == '\0')
        {
            return Number(text, text.Length, spaced ? ' ' : '\0', blanks > 0 ? ',' : quotes > 0 ? '.' : '\0');
        }

        if (other > 0)
        {
            return spaced ? Unreadable : Number(text, last, sign == ',' ? '.' : ',', sign);
        }

        if (after == 3 && !spaced && last is > 0 and <= 3 && text[0] != '0')
        {
            return Number(text, text.Length, sign, '\0') is { Kind: CellKind.Number } grouped ? grouped with { Kind = CellKind.Ambiguous, Separator = sign } : Unreadable;
        }

        return Number(text, last, spaced ? ' ' : '\0', sign);
    }

    /// <summary>"1234", "1234.56" and "1234,56", as most exports write: one look at each character. Anything with a doubt in it is <see cref="Unreadable"/> here, and left to the slower look.</summary>
    private static Digits Plain(ReadOnlySpan<char> text)
    {
        if (text.Length > ExactDigits)
        {
            return Unreadable;
        }

        var (mantissa, point, sign) = (0L, -1, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = mantissa * 10 + digit;
            }
            else if (text[i] is '.' or ',' && point < 0 && i > 0)
            {
                (point, sign) = (i, text[i]);
            }
            else
            {
                return Unreadable;
            }
        }

        var decimals = text.Length - point - 1;
        return text.IsEmpty ? Unreadable
            : point < 0 ? new Digits(CellKind.Number, mantissa, '\0', '\0')
            : decimals is 1 or 2 ? new Digits(CellKind.Number, mantissa / (decimals == 1 ? 10.0 : 100.0), '\0', sign)
            : Unreadable;
    }

    /// <param name="point">Where the decimals begin.</param>
    /// <param name="group">The sign that groups thousands (' ' for any blank or apostrophe), '\0' for none; groups after the first must hold three digits.</param>
    private static Digits Number(ReadOnlySpan<char> text, int point, char group, char proves)
    {
        Span<char> plain = stackalloc char[Longest + 1];
        var (used, run, groups) = (0, 0, 0);
        for (var i = 0; i < point; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                plain[used++] = text[i];
                run++;
                continue;
            }

            if (group == '\0' || run == 0 || run > 3 || groups > 0 && run != 3)
            {
                return Unreadable;
            }

            (run, groups) = (0, groups + 1);
        }

        if (groups > 0 && run != 3)
        {
            return Unreadable;
        }

        if (point < text.Length)
        {
            plain[used++] = '.';
            foreach (var c in text[(point + 1)..])
            {
                if (!char.IsAsciiDigit(c))
                {
                    return Unreadable;
                }

                plain[used++] = c;
            }
        }

        return double.TryParse(plain[..used], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Digits(CellKind.Number, value, '\0', proves)
            : Unreadable;
    }

    private static Digits Exponent(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) && text.ContainsAny('e', 'E')
        && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Digits(CellKind.Number, value, '\0', text.Contains('.') ? '.' : '\0')
            : Unreadable;
}
