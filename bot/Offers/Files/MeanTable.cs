using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>Amounts from a table with one row per person: an average per arm where a column names the arms, or one baseline where none does.</summary>
internal static class MeanTable
{
    private const int MostArms = 20;

    /// <summary>Fewer rows per arm are totals, not people.</summary>
    private const int FewestRows = 10;

    /// <summary>Money that people do not bring.</summary>
    private static readonly HashSet<string> Aside = ["spend", "budget", "discounts", "returns"];

    /// <summary>Additive amounts, revenue first, then other money, then time.</summary>
    public static MetricColumn? Amounts(KpiTable table) =>
        table.Metric("conv_value") ?? table.Metrics.Where(m => m.Kpi is { Kind: KpiKind.Additive, Unit: KpiUnit.Money or KpiUnit.Hours or KpiUnit.Seconds } && !Aside.Contains(m.Kpi.Id)).OrderBy(m => m.Kpi.Unit != KpiUnit.Money).FirstOrDefault();

    /// <returns>The data, or why there is none. Exactly one is set.</returns>
    public static (MeanData? Data, Refusal? Refusal) Read(KpiTable table)
    {
        if (table.Key("variant") is not { } variant)
        {
            return (null, Refusal.Of("offers.refused.no-variant", ("headers", Headers(table))));
        }

        if (Amounts(table) is not { } amounts)
        {
            return (null, Refusal.Of("offers.mean.refused.no-amount", ("headers", Headers(table))));
        }

        if (variant.Values.Count is < 2 or > MostArms)
        {
            return (null, variant.Values.Count < 2
                ? Refusal.Of("offers.refused.one-arm", ("arm", variant.Values.Count == 1 ? variant.Values[0] : null))
                : Refusal.Of("offers.refused.too-many-arms-in-file", ("column", variant.Header), ("n", (double)variant.Values.Count), ("most", (double)MostArms)));
        }

        var control = ControlArm.Of(variant.Values);
        var order = Enumerable.Range(0, variant.Values.Count).OrderBy(i => i != control).ToList();
        var (people, cautions) = PerPerson(table, variant, amounts);
        List<IReadOnlyList<double>> arms = [.. order.Select(code => people[code])];
        if (arms.Exists(a => a.Count < FewestRows))
        {
            return (null, Refusal.Of("offers.mean.refused.rows-not-people"));
        }

        var data = new MeanData
        {
            Arms = [.. order.Select((code, i) => new MeanOfArm(variant.Values[code], MeanArm.Of(arms[i])))],
            Currency = CurrencyOf(table, amounts),
            Tail = AmountTail.Of(arms),
            Cautions = cautions,
        };
        return MeanChecks.Refuse(data, new OfferReadingOptions()) is { } refusal ? (null, refusal) : (data, null);
    }

    /// <summary>Today's average: every row is a person.</summary>
    /// <returns>Null without a column of amounts, or with too few rows to be people.</returns>
    public static (MeanArm Figures, string? Currency, double Skewness, double? Weekly)? Baseline(KpiTable table)
    {
        if (Amounts(table) is not { } column || table.RowCount < FewestRows)
        {
            return null;
        }

        var amounts = column.Values.Select(v => double.IsFinite(v) ? v : 0).ToList();
        var days = table.Dates.Length == 0 ? 0 : table.Dates.Max().DayNumber - table.Dates.Min().DayNumber + 1;
        return (MeanArm.Of(amounts), CurrencyOf(table, column), Skewness.Of(amounts), days >= 7 ? amounts.Count / (double)days * 7 : null);
    }

    /// <summary>One amount per person and arm, by the arm's code; several rows of a person are added up where a column tells people apart.</summary>
    private static (List<double>[] Amounts, List<OfferNote> Cautions) PerPerson(KpiTable table, KeyColumn variant, MetricColumn amounts)
    {
        var cautions = new List<OfferNote>();
        void Note(bool when, string code, params (string, object?)[] values)
        {
            if (when)
            {
                cautions.Add(OfferNote.Of(code, values));
            }
        }

        var people = Enumerable.Range(0, variant.Values.Count).Select(_ => new List<double>()).ToArray();
        var (at, armsOf) = (new Dictionary<(int Person, int Arm), int>(), new Dictionary<int, int>());
        var (named, empty, repeated) = (0, 0, 0);
        for (var i = 0; i < table.RowCount; i++)
        {
            if (variant.Codes[i] is not (>= 0 and var arm))
            {
                continue;
            }

            named++;
            empty += double.IsFinite(amounts.Values[i]) ? 0 : 1;
            var amount = double.IsFinite(amounts.Values[i]) ? amounts.Values[i] : 0;
            var person = table.People.Length == table.RowCount ? table.People[i] : -1;
            if (person >= 0 && !at.TryAdd((person, arm), people[arm].Count))
            {
                repeated++;
                people[arm][at[(person, arm)]] += amount;
                continue;
            }

            armsOf[person] = armsOf.GetValueOrDefault(person) + 1;
            people[arm].Add(amount);
        }

        armsOf.Remove(-1);
        var several = armsOf.Values.Count(n => n > 1);
        Note(several > 0, "mean.caution.several-arms", ("several", (double)several), ("people", (double)armsOf.Count));
        Note(people.All(p => p.TrueForAll(a => a > 0)), "mean.caution.only-buyers");
        Note(true, "mean.caution.per-person", ("rows", (double)(named - repeated)), ("column", amounts.Header));
        Note(repeated > 0, "mean.caution.added-up", ("rows", (double)repeated));
        Note(empty > 0, "mean.caution.empty-as-nothing", ("rows", (double)empty));
        Note(named < table.RowCount, "caution.no-arm", ("rows", (double)(table.RowCount - named)));
        Note(table.RefusedCount > 0, "caution.refused-rows", ("rows", (double)table.RefusedCount), ("line", (double)(table.Refused.FirstOrDefault()?.Line ?? 0)));
        return (people, cautions);
    }

    private static string? CurrencyOf(KpiTable table, MetricColumn amounts) => amounts.Kpi.Unit == KpiUnit.Money ? table.Currency : null;

    private static string Headers(KpiTable table) => string.Join(", ", table.Keys.Select(k => k.Header).Concat(table.Metrics.Select(m => m.Header)).Concat(table.IgnoredColumns).Take(8));
}
