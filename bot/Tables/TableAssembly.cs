using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>Decides what only whole columns tell (decimal sign, order of dates, percents, currency, totals without a label), and builds the table.</summary>
internal static class TableAssembly
{
    public const int KeptRefusals = 100;

    /// <summary>A column with this many cells and not one number in it is text under a metric's name.</summary>
    private const int TextColumnCells = 5;

    public static TableResult Build(TableBuilder b)
    {
        if (b.Lines.Count == 0 && b.RefusedCount == 0)
        {
            return Refusal.Of("tables.no-rows");
        }

        var stated = b.Source.StatedPeriod(b.Preamble);
        var questions = new List<TableQuestion>();
        var numbers = b.Numbers.Where(n => n.Readable > 0 || n.Unreadable.Count < TextColumnCells).ToList();
        var dates = RowDates.Decide(b, ref stated, questions);
        var dropped = new bool[b.Lines.Count];
        var (refused, refusedCount) = Refuse(b, numbers, dates, dropped);

        var signs = DecimalSigns.Decide(numbers, b.Options.DecimalSign, questions);
        var values = numbers.Select((n, i) => n.Take(signs[i])).ToList();
        var notes = new List<RowNote>(b.Dropped);
        var totals = UnlabelledTotals.Take(b, numbers, values, dropped, notes);

        var kept = dropped.Count(d => !d);
        if (kept == 0)
        {
            return refusedCount == 0
                ? Refusal.Of("tables.no-rows")
                : Refusal.Of("tables.no-readable-row", ("line", refused[0].Line), ("count", refusedCount), ("column", refused[0].Detail), ("reason", refused[0].Reason));
        }

        var percents = PercentColumns.Decide(numbers, values, b.Source.BarePercents);
        var metrics = Denominators.Settle([.. numbers.Select((n, i) => new MetricColumn(n.Kpi, n.Plan.Header, Scaled(Kept(values[i], dropped, kept), percents[i])))], b);
        var keys = b.Texts.Select(t => t.Build(dropped, kept)).Where(k => k.Values.Count > 0).ToList();
        var currencies = FileCurrencies.Decide(b, numbers, keys, questions);
        return new KpiTable
        {
            Source = b.Source.Id,
            Currencies = currencies,
            Currency = currencies is [var only] ? only : null,
            Metrics = metrics,
            Keys = keys,
            Shape = RowShapes.Of(b, keys),
            DatesMoments = b.Source.DatesMoments,
            RowsContinue = b.Source.RowsContinue,
            Grain = b.DatedByPost && dates.Grain != Grain.None ? Grain.Day : dates.Grain,
            Dates = dates.Days.Length == 0 ? [] : Kept(dates.Days, dropped, kept),
            Lines = Kept(b.Lines.ToArray(), dropped, kept),
            People = b.People is { } people ? Kept(people.Take(), dropped, kept) : [],
            RowCount = kept,
            StatedPeriod = stated,
            GeneratedOn = PreambleDates.Generated(b.Preamble),
            StatedTotals = [.. b.Totals.Select(t => Stated(t, numbers, signs, percents)).Concat(totals.Select(t => t with { Values = ScaledTotals(t.Values, numbers, percents) })).Select(t => Checking(t, b.Source))],
            Dropped = [.. notes.OrderBy(n => n.Line)],
            Refused = refused,
            RefusedCount = refusedCount,
            Rivals = [.. RivalColumns.Of(b, numbers, metrics, signs, percents).Select(r => r with { Values = Kept(r.Values, dropped, kept) })],
            UnknownColumns = b.Unknown.Figures(),
            IgnoredColumns = [.. b.Layout.Ignored.Where(PersonalText.MayBeNamed), .. b.Numbers.Except(numbers).Select(n => n.Plan.Header)],
            PersonalColumns = [.. b.Layout.Personal.Select(p => p.Header), .. b.Texts.Where(t => t.HeldPersonal).Select(t => t.Plan.Header)],
            Questions = questions,
        };
    }

    private static (List<RowNote> First, int Count) Refuse(TableBuilder b, List<NumberColumn> numbers, RowDates dates, bool[] dropped)
    {
        var notes = new List<RowNote>(b.Refused);
        var count = b.RefusedCount;
        var keyless = b.Keyless.ToHashSet();
        foreach (var (index, reason, header) in numbers
            .SelectMany(n => n.Unreadable.Select(u => (u, "tables.row.unreadable-amount", n.Plan.Header)))
            .Concat(dates.Bad.Select(d => (d.Index, d.Reason, b.Dates?.Plan.Header ?? "")))
            .OrderBy(u => u.Item1))
        {
            // An empty date in a row with no key at all is a totals row until shown otherwise.
            if (dropped[index] || reason == "tables.row.no-date" && IsEdge(index, b.Lines.Count) && keyless.Contains(index))
            {
                continue;
            }

            dropped[index] = true;
            count++;
            if (notes.Count < KeptRefusals)
            {
                notes.Add(new RowNote(b.Lines[index], reason, header));
            }
        }

        return ([.. notes.OrderBy(n => n.Line)], count);
    }

    public static bool IsEdge(int index, int count) => index == 0 || index == count - 1;

    private static StatedTotal Stated((int Line, string Label, string[] Cells) total, List<NumberColumn> numbers, char?[] signs, bool[] percents)
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var cell = numbers[i].Plan.Index < total.Cells.Length ? numbers[i].Read(total.Cells[numbers[i].Plan.Index]) : default;
            if (cell.Kind == CellKind.Number || cell.Kind == CellKind.Ambiguous && signs[i] is not null)
            {
                values[numbers[i].Kpi.Id] = cell.With(signs[i] ?? '.') * (percents[i] ? .01 : 1);
            }
        }

        return new StatedTotal(total.Line, total.Label, values);
    }

    private static StatedTotal Checking(StatedTotal total, ITableSource source) =>
        source.LooseTotals.Count == 0 ? total : total with { Values = total.Values.Where(v => !source.LooseTotals.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value) };

    private static Dictionary<string, double> ScaledTotals(IReadOnlyDictionary<string, double> totals, List<NumberColumn> numbers, bool[] percents) =>
        totals.ToDictionary(t => t.Key, t => percents[numbers.FindIndex(n => n.Kpi.Id == t.Key)] ? t.Value / 100 : t.Value);

    private static double[] Scaled(double[] values, bool percents)
    {
        for (var i = 0; percents && i < values.Length; i++)
        {
            values[i] /= 100;
        }

        return values;
    }

    private static T[] Kept<T>(T[] values, bool[] dropped, int kept)
    {
        if (kept == values.Length)
        {
            return values;
        }

        var result = new T[kept];
        for (int i = 0, at = 0; i < values.Length; i++)
        {
            if (!dropped[i])
            {
                result[at++] = values[i];
            }
        }

        return result;
    }
}
