using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Every currency that the kept rows are in: a currency column, else what headers and cells name, else what the person said, else it is asked.</summary>
internal static class FileCurrencies
{
    public static IReadOnlyList<string> Decide(TableBuilder b, IReadOnlyList<NumberColumn> numbers, IReadOnlyList<KeyColumn> keys, List<TableQuestion> questions)
    {
        var money = numbers.Where(n => n.Kpi.Unit == KpiUnit.Money).ToList();
        if (money.Count == 0)
        {
            return b.Options.Currency is { } told ? [told] : [];
        }

        var column = keys.FirstOrDefault(k => k.Id == "currency");
        var named = column is not null
            ? column.Values.Select(v => Currencies.Code(v) ?? v.ToUpperInvariant()).Distinct().ToList()
            : money.SelectMany(m => m.Currencies.Append(m.Plan.Currency).OfType<string>()).Distinct().ToList();
        if (named.Count > 0)
        {
            return named;
        }

        if (b.Options.Currency is { } said)
        {
            return [said.ToUpperInvariant()];
        }

        // Totals are right without it; only the sign behind them is missing.
        questions.Add(new TableQuestion("currency", ["EUR", "USD", "GBP", "CHF"], ""));
        return [];
    }
}
