using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>A value of a chart in its unit, as the reader's language writes it.</summary>
internal static class ChartFigure
{
    private const string None = "–";

    /// <returns>A dash for no value, or one without a limit.</returns>
    public static string Of(double? value, ChartUnit unit, string? currency, string locale)
    {
        var write = NumberWriter.For(locale);
        return value is not { } known || !double.IsFinite(known) ? None : unit switch
        {
            ChartUnit.Money => write.Money(known, currency),
            ChartUnit.Percent when Tiny(known * 100) is { } decimals => write.Percent(known, decimals),
            ChartUnit.Percent => write.Percent(known),
            ChartUnit.Points => write.Points(known),
            ChartUnit.Change => write.Change(known),
            ChartUnit.Count => write.Count(known),
            _ when Tiny(known) is { } decimals => write.Number(known, decimals),
            _ => write.Number(known, Math.Abs(known) >= 100 ? 0 : 2),
        };
    }

    /// <returns>"12 € – 30 €"; with one limit only "≥ 12 €" or "≤ 30 €".</returns>
    public static string Range(double low, double high, ChartUnit unit, string? currency, string locale) => (double.IsFinite(low), double.IsFinite(high)) switch
    {
        (true, true) when Of(low, unit, currency, locale) is var from && Of(high, unit, currency, locale) is var to => from == to ? from : $"{from} – {to}",
        (true, false) => "≥\u00A0" + Of(low, unit, currency, locale),
        (false, true) => "≤\u00A0" + Of(high, unit, currency, locale),
        _ => None,
    };

    /// <summary>Decimals that keep two figures of what the usual ones would write as zero.</summary>
    private static int? Tiny(double value) => value != 0 && Math.Abs(value) < .01 ? Math.Min(12, 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)))) : null;
}
