using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Averages of a test as people type them: "A 5200 visiteurs, 4,20 €, écart-type 18 ; B 5210 visiteurs, 4,70 €, écart-type 18,5".</summary>
internal static class TypedMeans
{
    private const int LongestText = 500;

    /// <param name="expected">The plan is about an average: counts of conversions would be read as another test.</param>
    /// <returns>Data or a refusal; both null when the text is no averages of arms.</returns>
    public static (MeanData? Data, Refusal? Refusal) Read(string text, string locale, bool expected = false)
    {
        if (text.Length > LongestText || !text.Any(char.IsAsciiDigit))
        {
            return (null, null);
        }

        var spaced = TypedMean.Spaced(text);
        var labels = TypedArms.Labels(spaced);
        var figures = NumberReader.FindAll(TypedArms.Masked(spaced, labels), locale).Where(f => f.Unit != FigureUnit.Percent).ToList();
        if (labels.Count < 2 || figures.Count == 0 || !expected && !TypedMean.NamesMean(spaced) && !(figures.Count == 3 * labels.Count && figures.Exists(f => f.Unit == FigureUnit.Money)))
        {
            return (null, null);
        }

        // "A 5200…" names the arm first, "5200… for A" last.
        var before = labels[0].Start < figures[0].Start;
        var (arms, currency) = (new List<(string Name, MeanArm Figures)>(), (string?)null);
        for (var i = 0; i < labels.Count; i++)
        {
            var (from, to) = before ? (labels[i].Start + labels[i].Length, i + 1 < labels.Count ? labels[i + 1].Start : spaced.Length) : (i == 0 ? 0 : labels[i - 1].Start + labels[i - 1].Length, labels[i].Start);
            var own = figures.FindAll(f => f.Start >= from && f.Start < to);
            if (TypedMean.Of(spaced, from, to, own) is not { Deviation: { } deviation, Users: { } users } read)
            {
                return (null, Refusal.Of("offers.mean.refused.three-figures", ("arm", labels[i].Name), ("n", (double)own.Count)));
            }

            currency ??= read.Currency;
            arms.Add((labels[i].Name, new MeanArm(users, read.Mean, deviation)));
        }

        if (arms.GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return (null, Refusal.Of("offers.refused.arm-twice", ("arm", twice.Key)));
        }

        var control = ControlArm.Of([.. arms.Select(a => a.Name)]);
        var data = MeanData.Of(arms.Where((_, i) => i == control).Concat(arms.Where((_, i) => i != control))) with { Currency = currency };
        return MeanChecks.Refuse(data, new OfferReadingOptions()) is { } refusal ? (null, refusal) : (data, null);
    }
}
