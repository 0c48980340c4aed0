using System.Text.RegularExpressions;
using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Counts as people type them: "A 156/5200, B 187/5210", "A : 5200 visiteurs, 156 abos ; B : 5200, 187", "156 sur 5 200 pour A, 187 sur 5 210 pour B".</summary>
internal static partial class TypedArms
{
    private const int LongestText = 500;

    /// <returns>Data or a refusal; both null when the text is no counts of arms.</returns>
    public static (OfferData? Data, Refusal? Refusal) Read(string text, string locale)
    {
        if (text.Length > LongestText || !text.Any(char.IsAsciiDigit))
        {
            return (null, null);
        }

        var spaced = Joint().Replace(text.Replace('\n', ';'), " $0 ");
        var labels = Labels(spaced);
        var figures = NumberReader.FindAll(Masked(spaced, labels), locale).Where(f => f.Unit == FigureUnit.Count && Whole(f) is not null).ToList();
        return labels.Count == 0 ? Unlabelled(spaced, figures)
            : labels.Count == 1 ? (figures.Count is 2 ? (null, Refusal.Of("offers.refused.one-arm", ("arm", labels[0].Name))) : (null, null))
            : figures.Count < labels.Count ? (null, null)
            : Labelled(spaced, labels, figures);
    }

    /// <returns>One whole figure for each named arm ("A 12, B 15", "12 on A, 15 on B"); null when there is another number of figures, or fewer than two arms.</returns>
    public static IReadOnlyList<(string Name, double Cases)>? Cases(string text, string locale)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var spaced = Joint().Replace(text.Replace('\n', ';'), " $0 ");
        var labels = Labels(spaced);
        var figures = NumberReader.FindAll(Masked(spaced, labels), locale).Where(f => f.Unit == FigureUnit.Count && Whole(f) is not null).ToList();
        return labels.Count >= 2 && figures.Count == labels.Count ? [.. labels.OrderBy(l => l.Start).Zip(figures.OrderBy(f => f.Start), (l, f) => (l.Name, Whole(f)!.Value))] : null;
    }

    /// <summary>Where the first arm or figure stands; the end of the text when there is neither.</summary>
    public static int FirstArm(string text) =>
        Labels(text).Select(l => l.Start).Concat(text.Select((c, i) => char.IsAsciiDigit(c) ? i : text.Length)).DefaultIfEmpty(text.Length).Min();

    private static (OfferData?, Refusal?) Labelled(string text, List<Label> labels, List<Figure> figures)
    {
        // "A 156/5200" names the arm first, "156/5200 for A" last.
        var before = labels[0].Start < figures[0].Start;
        var arms = new List<(string, Arm)>();
        var sessions = false;
        for (var i = 0; i < labels.Count; i++)
        {
            var (from, to) = before ? (labels[i].Start, i + 1 < labels.Count ? labels[i + 1].Start : text.Length) : (i == 0 ? 0 : labels[i - 1].Start, labels[i].Start);
            var own = figures.FindAll(f => f.Start >= from && f.Start < to);
            if (own.Count != 2)
            {
                return (null, Refusal.Of("offers.refused.two-figures", ("arm", labels[i].Name), ("n", (double)own.Count)));
            }

            var (counts, refusal) = Pair(text, labels[i].Name, own[0], own[1], to);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            sessions |= Sessions().IsMatch(text[from..to]);
            arms.Add((labels[i].Name, counts));
        }

        return Data(arms, sessions);
    }

    /// <summary>"156/5200 vs 187/5210": nothing but pairs, in the order of A, B, C.</summary>
    private static (OfferData?, Refusal?) Unlabelled(string text, List<Figure> figures)
    {
        if (figures.Count is < 4 or > 8 || figures.Count % 2 != 0)
        {
            return (null, null);
        }

        var arms = new List<(string, Arm)>();
        for (var i = 0; i < figures.Count; i += 2)
        {
            if (!Of().IsMatch(text[figures[i].End..figures[i + 1].Start]))
            {
                return (null, null);
            }

            var name = ((char)('A' + i / 2)).ToString();
            var (counts, refusal) = Pair(text, name, figures[i], figures[i + 1], text.Length);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            arms.Add((name, counts));
        }

        return Data(arms, Sessions().IsMatch(text));
    }

    private static (OfferData?, Refusal?) Data(List<(string Name, Arm Counts)> arms, bool sessions)
    {
        if (arms.GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return (null, Refusal.Of("offers.refused.arm-twice", ("arm", twice.Key)));
        }

        var control = ControlArm.Of([.. arms.Select(a => a.Name)]);
        var data = OfferData.Of(arms.Where((_, i) => i == control).Concat(arms.Where((_, i) => i != control)));
        data = sessions ? data with { Unit = OfferUnit.Sessions, Cautions = [OfferNote.Of("caution.sessions", ("column", null))] } : data;
        return OfferChecks.Refuse(data, new OfferReadingOptions()) is { } refusal ? (null, refusal) : (data, null);
    }

    /// <summary>Which of two figures counts the people: the words behind them say, else "x of n", else the larger.</summary>
    private static (Arm Counts, Refusal? Refusal) Pair(string text, string name, Figure first, Figure second, int end)
    {
        var (one, two) = (Whole(first)!.Value, Whole(second)!.Value);
        var (behindFirst, behindSecond) = (text[first.End..second.Start], text[second.End..Math.Max(second.End, Math.Min(end, text.Length))]);
        bool? firstIsPeople =
            People().IsMatch(behindFirst) && !People().IsMatch(behindSecond) ? true
            : People().IsMatch(behindSecond) && !People().IsMatch(behindFirst) ? false
            : Of().IsMatch(behindFirst) && !behindFirst.Contains(':', StringComparison.Ordinal) ? false
            : null;
        var (x, n) = firstIsPeople switch { true => (two, one), false => (one, two), null => (Math.Min(one, two), Math.Max(one, two)) };
        return x > n ? (default, Refusal.Of("offers.refused.more-conversions", ("arm", name), ("x", x), ("n", n))) : (new Arm(x, n), null);
    }

    /// <summary>The reading of a figure that is a whole number, which counts are: "5,200" is no 5.2 people.</summary>
    private static double? Whole(Figure figure) => figure.Values.Select(v => (double?)v).FirstOrDefault(v => v % 1 == 0 && v >= 0);

    internal static List<Label> Labels(string text)
    {
        var found = new List<Label>();
        foreach (Match m in Named().Matches(text))
        {
            found.Add(new Label(m.Index, m.Length, m.Groups["name"].Value.Trim()));
        }

        return found;
    }

    /// <summary>Labels blanked, so that "Variant 2" gives no figure.</summary>
    internal static string Masked(string text, List<Label> labels)
    {
        var masked = text.ToCharArray();
        foreach (var label in labels)
        {
            Array.Fill(masked, ' ', label.Start, label.Length);
            if (label.Start > 0)
            {
                masked[label.Start] = ',';
            }
        }

        return new string(masked);
    }

    internal readonly record struct Label(int Start, int Length, string Name);

    /// <summary>A single capital, a small letter in front of a colon or equals sign, or a word for an arm with its letter or number, or with the name of a figure ("control n=5200").</summary>
    [GeneratedRegex(@"(?<![\p{L}\d'’])(?<name>(?:(?i:variante?|variation|version|arm|bras|groupe?|offre|offer|page|option|cell|cellule)[ \u00A0]+(?:[A-Ha-h](?!\p{L})|\d{1,2}(?=\s*[:=])|témoin|temoin|contrôle|control))|(?i:contrôle|controle|control|témoin|temoin|original|variante?|variation|challenger|test)(?=\s*[:=,]?\s*\d|\s*[:=(]|\s*,?\s*(?i:n|moy(?:enne)?|mean|average|avg|sd)\s*=?\s*[$€£]?\d)|[A-H](?![\p{L}\d'’])|[a-h](?=\s*[:=])|(?<=(?i:pour|for|on|sur|in)[ \u00A0]+(?:l[ea] )?)(?i:contrôle|controle|control|témoin|temoin|variante?|variation|challenger))(?![\p{L}])")]
    private static partial Regex Named();

    /// <summary>Signs that join figures without a space: the scanner would take them for dates or hours.</summary>
    [GeneratedRegex(@"[/:=]")]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\s*(?:\p{L}+\s+){0,2}(?:/|:|\bsur\b|\bof\b|\bon\b|\bout of\b|\bpour\b|\bfrom\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    [GeneratedRegex(@"\b(?:visiteurs?|visitors?|users?|utilisateurs?|sessions?|visites?|visits?|personnes?|people|envois?|envoyés?|sent|destinataires?|recipients?|livrés?|délivrés?|delivered|contacts?|exposés?|internautes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?:sessions?|visites?|visits?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sessions();
}
