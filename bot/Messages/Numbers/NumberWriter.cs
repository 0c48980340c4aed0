using System.Globalization;

namespace MentorBot.Messages;

/// <summary>Numbers, money and dates as a French or an English reader writes them. French groups by U+202F, and sets U+00A0 before %, € and the like.</summary>
internal sealed class NumberWriter
{
    private const char Narrow = '\u202F';
    private const char NoBreak = '\u00A0';

    public static readonly NumberWriter French = new(Locales.French);
    public static readonly NumberWriter English = new(Locales.English);

    private readonly bool _french;
    private readonly NumberFormatInfo _format;
    private readonly CultureInfo _dates;

    private NumberWriter(string locale)
    {
        _french = locale == Locales.French;
        _format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        _format.NumberGroupSeparator = _french ? Narrow.ToString() : ",";
        _format.NumberDecimalSeparator = _french ? "," : ".";
        _format.NegativeSign = "\u2212";
        _dates = CultureInfo.GetCultureInfo(_french ? "fr-FR" : "en-GB");
    }

    public static NumberWriter For(string locale) => locale == Locales.French ? French : English;

    /// <summary>A plain number with at most <paramref name="decimals"/> decimals, trailing zeros dropped.</summary>
    public string Number(double value, int decimals = 2) =>
        Finite(value) ?? Round(value, decimals).ToString("#,##0" + (decimals > 0 ? "." + new string('#', decimals) : ""), _format);

    /// <summary>A count: whole when it is whole, else one decimal (platform conversions are fractional).</summary>
    public string Count(double value) => Number(value, Math.Abs(value % 1) < 1e-9 ? 0 : 1);

    /// <summary>A fraction as a percentage: .0123 gives "1,23 %" or "1.23%". Small rates keep two decimals, larger ones one.</summary>
    public string Percent(double fraction, int? decimals = null) =>
        Finite(fraction) ?? Number(fraction * 100, decimals ?? (Math.Abs(fraction) < .1 ? 2 : 1)) + (_french ? NoBreak + "%" : "%");

    /// <summary>A signed percentage, for a change: "+12 %", "−3.4%".</summary>
    public string Change(double fraction) => (fraction > 0 ? "+" : "") + Percent(fraction, 1);

    /// <summary>A signed difference of two rates, in points: "−0,69 pt".</summary>
    public string Points(double fraction) => Signed(fraction, Number(fraction * 100, Math.Abs(fraction) < .1 ? 2 : 1) + NoBreak + "pt");

    /// <summary>A sign in front of what already carries its minus.</summary>
    public static string Signed(double value, string written) => value > 0 ? "+" + written : written;

    /// <summary>Money: two decimals under 100 unless whole, none from 1,000. The currency's sign where it is common, else its ISO code; none when unknown.</summary>
    public string Money(double value, string? currency)
    {
        var size = Math.Abs(value);
        var whole = Math.Abs(value - Math.Round(value)) < .005;
        var number = Finite(value) ?? Round(value, whole || size >= 1000 ? 0 : 2).ToString(whole || size >= 1000 ? "#,##0" : "#,##0.00", _format);
        var sign = currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", null or "" => null, _ => currency };
        if (sign is null)
        {
            return number;
        }

        return _french ? $"{number}{NoBreak}{sign}" : sign.Length == 1 ? number[0] == '\u2212' ? $"\u2212{sign}{number[1..]}" : sign + number : $"{sign}{NoBreak}{number}";
    }

    /// <summary>"mardi 1 septembre 2026" or "Tuesday 1 September 2026".</summary>
    public string LongDate(DateOnly day) => day.ToString($"dddd {Day(day)} MMMM yyyy", _dates);

    /// <summary>"1 sept. 2026" or "1 Sep 2026".</summary>
    public string Date(DateOnly day) => day.ToString($"{Day(day)} MMM yyyy", _dates);

    /// <summary>"mar. 1 sept." or "Tue 1 Sep".</summary>
    public string ShortDate(DateOnly day) => day.ToString($"ddd {Day(day)} MMM", _dates);

    /// <summary>In French the first of a month is "1er".</summary>
    private string Day(DateOnly day) => _french && day.Day == 1 ? "d\\e\\r" : "d";

    private static double Round(double value, int decimals) => Math.Round(value, Math.Clamp(decimals, 0, 15), MidpointRounding.AwayFromZero) + 0.0;

    /// <summary>No reply shows NaN or infinity.</summary>
    private static string? Finite(double value) => double.IsFinite(value) ? null : "–";
}
