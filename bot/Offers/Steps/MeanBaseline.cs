using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// The part of <see cref="BaselineKind"/> that takes an average per person: typed with its deviation ("4,20 € par visiteur, écart-type 18"), or out of a file with one row per person. The baseline is then
/// kept in its currency. Makes known: baseline_deviation, baseline_people, baseline_enough (people per version from which so lopsided amounts can be averaged).
/// </summary>
internal static class MeanBaseline
{
    private const string Deviation = "baseline_deviation";

    public static readonly IReadOnlyList<string> Writes = [Deviation, "baseline_people", "baseline_enough"];

    public static readonly IReadOnlyList<string> Words = ["mean", "mean-read", "mean-retry", "no-deviation", "no-amount"];

    /// <summary>Today's offer is told by an average, not by a rate.</summary>
    public static MeanSpread? SpreadOf(FlowWalk walk, string baseline = "baseline") =>
        Sentences.NumberOf(walk, Deviation) is > 0 and var deviation ? new MeanSpread(deviation, walk.Lookup(baseline)?.Unit is { Length: 3 } currency ? currency : null) : null;

    public static void Forget(FlowWalk walk)
    {
        foreach (var name in Writes)
        {
            walk.Set(name, null);
        }
    }

    /// <summary>The person chose an average as what decides.</summary>
    public static bool IsAsked(FlowWalk walk) => walk.Lookup("metric")?.Text == "average";

    /// <returns>Whether it answers the question; null where the text is no average and may be a rate.</returns>
    public static bool? Type(FlowWalk walk, Step step, string text)
    {
        if (!IsAsked(walk) && !TypedMean.NamesDeviation(text))
        {
            return null;
        }

        return TypedMean.Read(text, walk.Voice.Locale) switch
        {
            { Mean: > 0, Deviation: > 0 and var deviation } read => Keep(walk, step, text, new MeanArm(read.Users ?? 0, read.Mean, deviation), read.Currency, null, null),
            { Mean: > 0 } => Refuse(walk, step, "no-deviation"),
            _ => Refuse(walk, step, "mean-retry"),
        };
    }

    /// <inheritdoc cref="Type"/>
    public static bool? Take(FlowWalk walk, Step step, KpiTable table, string raw) =>
        !IsAsked(walk) ? null
        : MeanTable.Baseline(table) is not { Figures: { Mean: > 0, Deviation: > 0 } figures } read ? Refuse(walk, step, "no-amount")
        : Keep(walk, step, raw, figures, read.Currency, read.Skewness, read.Weekly);

    /// <summary>What an unknown column of figures is read as where an average is asked for; null elsewhere.</summary>
    public static Dictionary<string, string>? MeaningsFor(FlowWalk walk, KpiTable? table) =>
        IsAsked(walk) && table is { UnknownColumns: [var only] } && MeanTable.Amounts(table) is null ? MeanDesk.AmountsIn(only) : null;

    private static bool Keep(FlowWalk walk, Step step, string raw, MeanArm figures, string? currency, double? skewness, double? weekly)
    {
        foreach (var name in new[] { "baseline_cases", "baseline_users" })
        {
            Sentences.Number(walk, name, null);
        }

        var range = figures.Users >= 2 ? figures.Range() : (Interval?)null;
        Sentences.Number(walk, "baseline_low", range?.Low, currency);
        Sentences.Number(walk, "baseline_high", range?.High, currency);
        Sentences.Number(walk, Deviation, figures.Deviation, currency);
        Sentences.Number(walk, "baseline_people", figures.Users >= 2 ? figures.Users : null);
        Sentences.Number(walk, "baseline_enough", skewness is > 0 and var seen ? Math.Ceiling(Skewness.EnoughPeople(seen)) : null);
        Sentences.Number(walk, "weekly_seen", weekly is { } people ? Math.Round(people) : null);
        walk.Keep(step, raw, FlowValue.Of(figures.Mean, currency));
        walk.Say(walk.Word(step, range is null ? "mean" : "mean-read") ?? "", joinNext: true);
        return true;
    }

    private static bool Refuse(FlowWalk walk, Step step, string word)
    {
        walk.Say(walk.Word(step, word) ?? "", joinNext: true);
        return false;
    }
}
