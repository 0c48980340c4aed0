using System.Text.RegularExpressions;

namespace MentorBot.Messages;

/// <summary>Numbers, money, percentages and dates as people type them in a chat, in French or in English. What can be read in two ways is returned as both.</summary>
internal static partial class NumberReader
{
    /// <summary>Every figure written with digits, in order.</summary>
    public static IReadOnlyList<Figure> FindAll(string text, string locale) => FigureScanner.FindAll(text, locale);

    /// <summary>A bare number. Two figures in one text are two readings: nobody guesses which was meant.</summary>
    public static Typed<double> ReadNumber(string text, string locale)
    {
        var figures = FindAll(text, locale);
        return figures.Count > 0 ? OfFigures(figures, f => f.Unit == FigureUnit.Percent ? f.Values.Select(v => v * 100) : f.Values) : Hedged(text, NumberWords.Read(text));
    }

    /// <summary>An amount; a figure with a currency wins over bare ones ("300 euros pour 12 clics").</summary>
    public static Typed<Money> ReadMoney(string text, string locale)
    {
        var figures = FindAll(text, locale).Where(f => f.Unit == FigureUnit.Money || (f.Unit == FigureUnit.Count && !OtherThing().IsMatch(text.AsSpan(f.End)))).ToList();
        var money = figures.FindAll(f => f.Unit == FigureUnit.Money);
        return figures.Count > 0
            ? OfFigures(money.Count > 0 ? money : figures, f => f.Values.Select(v => new Money(v, f.Currency)))
            : Hedged(text, NumberWords.Read(text)).As(v => new Money(v, NumberWords.Split(text).Select(Currencies.Iso).FirstOrDefault(c => c is not null)));
    }

    /// <summary>A fraction. "12" and "12 %" are .12; "0,12" without a sign may be 12 % or 0.12 %, so it has both readings.</summary>
    public static Typed<double> ReadPercent(string text, string locale)
    {
        var figures = FindAll(text, locale).Where(f => f.Unit != FigureUnit.Money).ToList();
        var percents = figures.FindAll(f => f.Unit == FigureUnit.Percent);
        if (figures.Count > 0)
        {
            return percents.Count > 0 ? OfFigures(percents, f => f.Values) : OfFigures(figures, f => f.Values.SelectMany(AsFraction));
        }

        var words = Hedged(text, NumberWords.Read(text));
        return words.Value is { } value && value is > 0 and < 1 ? words : words.As(v => v / 100);
    }

    /// <inheritdoc cref="DateReader.Read"/>
    public static Typed<DateOnly> ReadDate(string text, string locale, DateOnly today, bool past = false) => DateReader.Read(text, locale, today, past);

    private static IEnumerable<double> AsFraction(double value) => Math.Abs(value) is > 0 and < 1 ? [value, value / 100] : [value / 100];

    private static Typed<T> OfFigures<T>(IReadOnlyList<Figure> figures, Func<Figure, IEnumerable<T>> readings)
        where T : struct => Typed<T>.Any(figures.SelectMany(readings), figures.Any(f => f.Approximate));

    /// <summary>"25-40 ans", "300 abonnés": what counts years or people is no amount.</summary>
    [GeneratedRegex(@"\G\s*(?:(?:-|–|à|to)\s*\d+\s*)?(?:ans?|years?|yo|mois|months?|semaines?|weeks?|jours?|days?|abonn[ée]+s?|subscribers?|personnes?|people|clients?|customers?|clics?|clicks?|ventes?|sales?|leads?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThing();

    private static Typed<double> Hedged(string text, Typed<double> read) => read.IsRead && NumberWords.Split(text) is var words
        && words.Exists(w => w is "environ" or "about" or "around" or "roughly" or "presque" or "almost" or "nearly" or "vers") ? read with { Approximate = true } : read;
}
