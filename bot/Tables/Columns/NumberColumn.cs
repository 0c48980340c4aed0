using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>
/// A metric's cells while the file is read, once. A cell that is unambiguous by itself is stored as it is; "1,234" waits, in the thousands reading, for what the rest of the column proves.
/// </summary>
internal sealed class NumberColumn(ColumnPlan plan, Kpi kpi, bool whole)
{
    private readonly Growing<double> _values = new();
    private readonly List<(int Index, char Separator)> _inDoubt = [];
    private int _percents;
    private int _plain;
    private double _largestPlain;
    private string? _lastCurrency;
    private char _lastDecimal;

    public ColumnPlan Plan => plan;

    public Kpi Kpi => kpi;

    /// <summary>Indexes of the rows whose cell is no number.</summary>
    public List<int> Unreadable { get; } = [];

    public int Readable { get; private set; }

    public HashSet<string> Currencies { get; } = [];

    /// <summary>Decimal signs that the column's own cells prove.</summary>
    public HashSet<char> Proven { get; } = [];

    public bool InDoubt => _inDoubt.Count > 0;

    /// <returns>The cell's value for now, NaN where there is none.</returns>
    public double Add(Row row)
    {
        var index = _values.Count;
        var typed = row.Typed(plan.Index);
        var cell = double.IsNaN(typed) ? Read(row[plan.Index]) : new NumberCell(CellKind.Number, typed, '\0', '\0', false, null);
        if (cell.Kind == CellKind.Unreadable || cell.Percent && kpi.Unit is KpiUnit.Count or KpiUnit.People or KpiUnit.Money && cell.Percent)
        {
            Unreadable.Add(index);
            _values.Add(double.NaN);
            return double.NaN;
        }

        Note(cell);
        if (cell.Kind == CellKind.Ambiguous)
        {
            _inDoubt.Add((index, cell.Separator));
        }

        if (cell.Kind != CellKind.Missing)
        {
            Readable++;
            _percents += cell.Percent ? 1 : 0;
            _plain += cell.Percent ? 0 : 1;
            _largestPlain = cell.Percent ? _largestPlain : Math.Max(_largestPlain, Math.Abs(cell.Value));
        }

        _values.Add(cell.Value);
        return cell.Value;
    }

    public NumberCell Read(ReadOnlySpan<char> text)
    {
        if (kpi.Unit is KpiUnit.Seconds or KpiUnit.Hours && DurationCell.Seconds(text) is var seconds && !double.IsNaN(seconds))
        {
            return new NumberCell(CellKind.Number, kpi.Unit == KpiUnit.Hours ? seconds / 3600 : seconds, '\0', '\0', false, null);
        }

        return NumberCell.Read(text);
    }

    /// <summary>What a cell proves about the column, also one of a totals row that is not kept.</summary>
    public void Note(NumberCell cell)
    {
        if (cell.Currency is { } currency && currency != _lastCurrency)
        {
            Currencies.Add(currency);
            _lastCurrency = currency;
        }

        if (cell.Decimal != '\0')
        {
            if (cell.Decimal != _lastDecimal)
            {
                Proven.Add(cell.Decimal);
                _lastDecimal = cell.Decimal;
            }
        }
        else if (cell.Kind == CellKind.Ambiguous && whole)
        {
            Proven.Add(cell.Separator == ',' ? '.' : ',');
        }
    }

    /// <summary>Hands the values over; the column keeps none.</summary>
    /// <param name="decimalSign">Null: undecided, and the column has no values until the person answers.</param>
    public double[] Take(char? decimalSign)
    {
        var values = _values.Take();
        if (decimalSign is null)
        {
            Array.Fill(values, double.NaN);
            return values;
        }

        foreach (var (index, separator) in _inDoubt)
        {
            values[index] = separator == decimalSign ? values[index] / 1000 : values[index];
        }

        return values;
    }

    /// <summary>A percent sign in the column decides; else a value above 1 means that percents are written without their sign.</summary>
    /// <param name="values">As <see cref="Take"/> gave them.</param>
    public PercentForm Form(double[] values)
    {
        if (kpi.Unit != KpiUnit.Percent)
        {
            return _percents > 0 && _plain == 0 ? PercentForm.Percents : PercentForm.Fractions;
        }

        var largest = InDoubt ? values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() : _largestPlain;
        return _percents > 0 || largest > 1 ? PercentForm.Percents : PercentForm.Unsaid;
    }
}

internal enum PercentForm
{
    Fractions,
    Percents,

    /// <summary>No sign, and nothing above 1: fractions, unless the file's own counts say otherwise.</summary>
    Unsaid,
}
