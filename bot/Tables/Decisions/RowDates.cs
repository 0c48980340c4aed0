namespace MentorBot.Tables;

/// <summary>The dates of all rows, once their order is known.</summary>
/// <param name="Days">Per row; empty when the file has none, or when nobody can tell day from month yet.</param>
/// <param name="Bad">Rows whose date cannot be read.</param>
internal sealed record RowDates(DateOnly[] Days, Grain Grain, IReadOnlyList<(int Index, string Reason)> Bad)
{
    private static readonly RowDates None = new([], Grain.None, []);

    public static RowDates Decide(TableBuilder b, ref (DateOnly From, DateOnly To)? stated, List<TableQuestion> questions)
    {
        if (b.Dates is not { Readable: > 0 } column)
        {
            return None;
        }

        var order = b.Options.DateOrder ?? (column.Slashed ? column.Order(stated ?? (b.DatedByPost ? (DateOnly.MinValue, b.Options.Today) : null)) ?? b.Source.DateOrder : "dmy");
        if (order is null)
        {
            questions.Add(new TableQuestion("date-order", ["dmy", "mdy"], null, column.Plan.Header));
            return None;
        }

        var numbers = column.Days(order);
        if (column.YearGuessed)
        {
            questions.Add(new TableQuestion("year", [], DateOnly.FromDayNumber(Math.Max(0, numbers.Max())).Year.ToString(System.Globalization.CultureInfo.InvariantCulture), column.Plan.Header));
        }

        if (b.Ends is { } ends && Periods(numbers, ends.Days(order)) is { } whole)
        {
            // Each row covers the whole period of the report: there is no series in it.
            stated ??= whole;
            return None;
        }

        var missing = column.Missing.ToHashSet();
        var bad = new List<(int, string)>();
        var days = new DateOnly[numbers.Length];
        for (var i = 0; i < days.Length; i++)
        {
            if (numbers[i] == int.MinValue)
            {
                bad.Add((i, missing.Contains(i) ? "tables.row.no-date" : "tables.row.unreadable-date"));
            }
            else
            {
                days[i] = DateOnly.FromDayNumber(numbers[i]);
            }
        }

        return new RowDates(days, GrainOf(column, b.Ends is null ? null : Length(numbers, b.Ends.Days(order)), [.. numbers.Where((n, i) => n != int.MinValue && (i == 0 || n != numbers[i - 1])).Distinct().Order()]), bad);
    }

    private static Grain GrainOf(DateColumn column, int? length, List<int> days)
    {
        if (column.Plan.Id.Contains("week", StringComparison.Ordinal) || length == 7 || column.Ends.Count > 0 && column.Ends.Count >= column.Readable / 2 && Typical(column) == 7)
        {
            return Grain.Week;
        }

        if (column.Plan.Id.Contains("month", StringComparison.Ordinal) || column.Months || length is >= 28 and <= 31 || column.Ends.Count > 0 && Typical(column) is >= 28 and <= 31)
        {
            return Grain.Month;
        }

        var gaps = days.Zip(days.Skip(1), (a, b) => b - a).ToList();
        return gaps.Count >= 2 && gaps.TrueForAll(g => g % 7 == 0) ? Grain.Week
            : gaps.Count >= 2 && days.TrueForAll(d => DateOnly.FromDayNumber(d).Day == 1) ? Grain.Month
            : Grain.Day;
    }

    private static int Typical(DateColumn column)
    {
        var days = column.Days("dmy");
        return column.Ends.Select(e => e.Value.DayNumber - days[e.Key] + 1).GroupBy(l => l).OrderByDescending(g => g.Count()).First().Key;
    }

    /// <summary>The one period that every row names, when it is longer than a month's row would be, or neither a day nor a week.</summary>
    private static (DateOnly, DateOnly)? Periods(int[] starts, int[] ends)
    {
        var pairs = starts.Zip(ends).Where(p => p.First != int.MinValue && p.Second >= p.First).Distinct().ToList();
        return pairs is [var (from, to)] && to > from ? (DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to)) : null;
    }

    private static int? Length(int[] starts, int[] ends) =>
        starts.Zip(ends).Where(p => p.First != int.MinValue && p.Second >= p.First).GroupBy(p => p.Second - p.First + 1).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
}
