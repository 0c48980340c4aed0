using System.Text.RegularExpressions;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>A finished lift test as somebody typed it: "exclus 30 000:420, exposés 90 000:1 530, 18 000 €", or four numbers in words around them. Without words for the arms, those left out come first.</summary>
/// <param name="Spend">Null where no amount was typed.</param>
internal sealed partial record LiftSaid(Arm HeldOut, Arm Exposed, double? Spend)
{
    /// <returns>Null unless there are two arms of people and sales, no more sales than people.</returns>
    public static LiftSaid? Read(string text, string locale)
    {
        var figures = NumberReader.FindAll(Pair().Replace(text, "$1 : $2"), locale);
        var counts = figures.Where(f => f.Unit == FigureUnit.Count).ToList();
        var money = figures.Where(f => f.Unit == FigureUnit.Money).ToList();
        if (counts.Count != 4 || money.Count > 1 || figures.Any(f => Whole(f) < 0))
        {
            return null;
        }

        Arm Of(int at) => new(Math.Min(Whole(counts[at]), Whole(counts[at + 1])), Math.Max(Whole(counts[at]), Whole(counts[at + 1])));
        var plain = HeaderName.Normalise(text);
        var (left, shown) = (LeftOut().Match(plain), Shown().Match(plain));
        var swapped = left.Success && shown.Success && shown.Index < left.Index;
        var (first, second) = (Of(0), Of(2));
        return first.Users <= 0 || second.Users <= 0 ? null : new LiftSaid(swapped ? second : first, swapped ? first : second, money.Count == 1 ? Whole(money[0]) : null);
    }

    /// <summary>Of people, sales and a test's spend "1,530" is no 1.53.</summary>
    private static double Whole(Figure figure) => figure.Value ?? figure.Values.Max();

    /// <summary>Written apart, a colon is no clock.</summary>
    [GeneratedRegex(@"(\d)\s*:\s*(\d)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\b(?:exclus?|exclues?|temoins?|controle?|controls?|held|hold|holdout|left out|non exposes?|unexposed)\b")]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"(?<!\b(?:non|not) )\b(?:exposes?|exposees?|exposed|test|vu|vus|treated)\b")]
    private static partial Regex Shown();
}
