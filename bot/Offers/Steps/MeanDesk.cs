using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>The averages of a test in a flow: typed, or out of a table with one row per person, then kept as figures, so that the upload is needed no longer. Makes known: data_means, data_tail, data_currency.</summary>
internal static class MeanDesk
{
    private const string Means = "data_means";
    private const string Tail = "data_tail";
    private const string Currency = "data_currency";

    public static readonly IReadOnlyList<string> Writes = [Means, Tail, Currency, "arm_mean", "arm_deviation"];

    /// <summary>The kept plan is about an average per person.</summary>
    public static bool IsPlanned(FlowWalk walk) => walk.Lookup("plan_deviation") is not null;

    /// <returns>Both null when it is no average, and may be counts.</returns>
    public static async ValueTask<(MeanData? Data, Refusal? Refusal)> ReadAsync(TestDesk desk, FlowWalk walk, string source, string name, CancellationToken cancellationToken) =>
        TestDesk.TypedOf(source) is { } text ? TypedMeans.Read(text, walk.Voice.Locale, IsPlanned(walk))
        : IsPlanned(walk) ? await TableAsync(desk, walk, source, name, cancellationToken)
        : (null, null);

    /// <summary>A table without counts of conversions may hold amounts instead.</summary>
    public static async ValueTask<MeanData?> InsteadAsync(TestDesk desk, FlowWalk walk, string source, string name, Refusal? refusal, CancellationToken cancellationToken) =>
        refusal?.Code is "offers.refused.no-conversions" or "offers.refused.no-users" ? (await TableAsync(desk, walk, source, name, cancellationToken)).Data : null;

    public static void Keep(FlowWalk walk, MeanData data)
    {
        walk.Set(Means, FlowValue.Of([.. data.Arms.Select(a => $"{Plain(a.Figures)}|{a.Name}")]));
        walk.Set(Tail, data.Tail is { } tail ? FlowValue.Of([FormattableString.Invariant($"{tail.Skewness:R}|{tail.Largest}|{tail.From:R}|{tail.Share:R}"), .. tail.Without.Select(Plain)]) : null);
        walk.Set(Currency, data.Currency is { } currency ? FlowValue.Of(currency) : null);
    }

    public static void Forget(FlowWalk walk) => walk.Set(Means, null);

    /// <returns>Null when the test at hand is about a rate.</returns>
    public static MeanData? Kept(FlowWalk walk)
    {
        if (walk.Lookup(Means)?.List is not { Count: >= 2 } means)
        {
            return null;
        }

        AmountTail? tail = null;
        if (walk.Lookup(Tail)?.List is { Count: >= 3 } kept && kept[0].Split('|') is [var skewness, var largest, var from, var share])
        {
            tail = new AmountTail(Number(skewness), (int)Number(largest), Number(from), Number(share), [.. kept.Skip(1).Select(Figures)]);
        }

        return new MeanData { Arms = [.. means.Select(m => new MeanOfArm(m.Split('|', 4)[^1], Figures(m)))], Tail = tail, Currency = walk.Lookup(Currency)?.Text };
    }

    /// <summary>The table again with its one unknown column of figures as the amounts: "Minutes", "Panier", "Montant" are in no dictionary.</summary>
    private static async ValueTask<(MeanData? Data, Refusal? Refusal)> TableAsync(TestDesk desk, FlowWalk walk, string source, string name, CancellationToken cancellationToken)
    {
        var result = await desk.TableAsync(walk, source, name, cancellationToken);
        if (result?.Table is { UnknownColumns: [var only] } table && MeanTable.Amounts(table) is null)
        {
            result = await desk.TableAsync(walk, source, name, cancellationToken, AmountsIn(only));
        }

        return result?.Table is { } read ? MeanTable.Read(read) : (null, result?.Refusal);
    }

    internal static Dictionary<string, string> AmountsIn(UnknownColumn column) => new() { [column.Name] = "conv_value" };

    private static string Plain(MeanArm arm) => FormattableString.Invariant($"{arm.Users:R}|{arm.Mean:R}|{arm.Deviation:R}");

    private static MeanArm Figures(string kept) => kept.Split('|') is [var users, var mean, var deviation, ..] ? new MeanArm(Number(users), Number(mean), Number(deviation)) : default;

    private static double Number(string kept) => double.Parse(kept, CultureInfo.InvariantCulture);
}
