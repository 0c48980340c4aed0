using System.Text.RegularExpressions;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>An average per person as people type it: "4,20 € par visiteur, écart-type 18", "average 12.4 ± 9 over 5,200 readers". What was not said is null.</summary>
/// <param name="Deviation">Standard deviation between people, in the unit of the mean.</param>
/// <param name="Currency">ISO code.</param>
internal sealed partial record TypedMean(double Mean, double? Deviation, double? Users, string? Currency)
{
    private const int LongestText = 500;

    /// <summary>The text speaks of how amounts differ: no count and no rate has a deviation.</summary>
    public static bool NamesDeviation(string text) => Spread().IsMatch(text);

    /// <summary>The text speaks of an average, or of how amounts differ.</summary>
    public static bool NamesMean(string text) => NamesDeviation(text) || Average().IsMatch(text);

    /// <returns>Null when the text holds no figure that can be a mean.</returns>
    public static TypedMean? Read(string text, string locale)
    {
        var spaced = Spaced(text);
        return text.Length > LongestText ? null : Of(spaced, 0, spaced.Length, [.. NumberReader.FindAll(spaced, locale).Where(f => f.Unit != FigureUnit.Percent)]);
    }

    /// <summary>Signs that join figures without a space are set apart: the scanner would take them for dates or hours, and the last of "+/-" for a minus.</summary>
    internal static string Spaced(string text) => Joint().Replace(PlusMinus().Replace(text.Replace('\n', ';'), "±"), " $0 ");

    /// <summary>What each figure between two places of a text is: the words beside it say; three figures without any are people, mean and deviation in that order.</summary>
    internal static TypedMean? Of(string text, int from, int to, IReadOnlyList<Figure> figures)
    {
        if (figures.Count is 0 or > 3)
        {
            return null;
        }

        // "± 9" is one figure to the scanner, a rough one; its sign is what tells it apart here.
        string Before(int i) => text[(i == 0 ? from : figures[i - 1].End)..FirstDigit(text, figures[i])];
        // In "4 €-3" the sign belongs to both.
        string After(int i) => text[figures[i].End..Math.Max(figures[i].End, i + 1 < figures.Count ? figures[i + 1].Start : to)];
        var all = Enumerable.Range(0, figures.Count).ToList();
        var named = all.FindIndex(i => Spread().IsMatch(Before(i)));
        var deviation = named >= 0 ? named : all.FindIndex(i => Spread().IsMatch(After(i)));
        deviation = deviation < 0 && figures.Count == 3 ? 2 : deviation;
        var rest = all.FindAll(i => i != deviation);

        // "over 5,200 visitors" has the word behind its figure, "n = 5,200" in front; "4.20 per visitor" is no number of visitors.
        var users = rest.FindIndex(i => figures[i].Unit == FigureUnit.Count && Whole(figures[i]) is not null && (People().IsMatch(After(i)) || Number().IsMatch(Before(i))));
        users = users < 0 && rest.Count == 2 ? rest.FindIndex(i => figures[i].Unit == FigureUnit.Count && Whole(figures[i]) is >= 2 && figures[rest[1 - rest.IndexOf(i)]] is var other && (other.Unit == FigureUnit.Money || !(Size(other) > Size(figures[i])))) : users;
        var means = rest.FindAll(i => users < 0 || i != rest[users]);
        return means is not [var mean] ? null : new TypedMean(
            Size(figures[mean]),
            deviation >= 0 ? Size(figures[deviation]) : null,
            users >= 0 ? Whole(figures[rest[users]]) : null,
            figures.Select(f => f.Currency).FirstOrDefault(c => c is not null));
    }

    private static int FirstDigit(string text, Figure figure) => figure.Start + Math.Max(0, text.AsSpan(figure.Start, figure.Length).IndexOfAnyInRange('0', '9'));

    private static double Size(Figure figure) => figure.Values[0];

    private static double? Whole(Figure figure) => figure.Values.Select(v => (double?)v).FirstOrDefault(v => v % 1 == 0 && v >= 0);

    [GeneratedRegex(@"[éeÉE]carts?[- ]?types?|d[ée]viation|\bstd\b|\bstdev|\bs\.?d\.?\b|σ|±|\+ ?/ ?-", RegexOptions.IgnoreCase)]
    private static partial Regex Spread();

    [GeneratedRegex(@"\bmoy(?:enne)?\b|\baverage\b|\bmean\b|\bavg\b|\b(?:par|per|a|each) +(?:visiteur|visitor|personne|person|people|t[êe]te|head|lecteur|reader|client|customer|commande|order)", RegexOptions.IgnoreCase)]
    private static partial Regex Average();

    [GeneratedRegex(@"^\s*(?:\p{L}+\s+)?(?:visiteurs?|visitors?|users?|utilisateurs?|personnes?|people|lecteurs?|lectrices?|readers?|clients?|customers?|acheteurs?|buyers?|commandes?|orders?|abonnés?|subscribers?|contacts?|internautes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\bn\s*=?\s*$|\b(?:sur|over|of|pour|chez|among)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\+ ?/ ?-")]
    private static partial Regex PlusMinus();

    [GeneratedRegex(@"[/:=]")]
    private static partial Regex Joint();
}
