namespace MentorBot.Tables;

/// <summary>The dates of the rows while the file is read, once. Slashed dates wait for the column to say whether the day or the month comes first.</summary>
internal sealed class DateColumn(ColumnPlan plan, DateOnly today)
{
    /// <summary>A day number; below zero a slashed date as -(year, first, second); int.MinValue: none.</summary>
    private readonly Growing<int> _days = new();

    private readonly List<(int Index, int Month, int Day)> _yearLess = [];
    private string _lastText = "";
    private DateCell _last = DateCell.Read("");
    private int _firstAbove12;
    private int _secondAbove12;

    public ColumnPlan Plan => plan;

    public List<int> Unreadable { get; } = [];

    public List<int> Missing { get; } = [];

    public int Readable { get; private set; }

    public bool Slashed { get; private set; }

    public bool YearGuessed { get; private set; }

    public bool Months { get; private set; }

    /// <summary>Last day of each row that covers a range; empty when no row does.</summary>
    public Dictionary<int, DateOnly> Ends { get; } = [];

    public void Add(ReadOnlySpan<char> text)
    {
        // A day repeats for every campaign in it.
        if (!text.SequenceEqual(_lastText))
        {
            _lastText = text.ToString();
            _last = DateCell.Read(text);
        }

        var cell = _last;
        var index = _days.Count;
        switch (cell.Kind)
        {
            case DateKind.Exact:
                _days.Add(cell.Day.DayNumber);
                Months |= cell.IsMonth;
                if (cell.End is { } end && end != cell.Day)
                {
                    Ends[index] = end;
                }

                break;
            case DateKind.Slashed:
                Slashed = true;
                _firstAbove12 += cell.First > 12 ? 1 : 0;
                _secondAbove12 += cell.Second > 12 ? 1 : 0;
                _days.Add(-(cell.Year * 10000 + cell.First * 100 + cell.Second));
                break;
            case DateKind.YearLess:
                YearGuessed = true;
                _yearLess.Add((index, cell.First, cell.Second));
                _days.Add(LatestBefore(cell.First, cell.Second)?.DayNumber ?? int.MinValue);
                break;
            case DateKind.Missing:
                Missing.Add(index);
                _days.Add(int.MinValue);
                return;
            case DateKind.Unreadable:
            default:
                Unreadable.Add(index);
                _days.Add(int.MinValue);
                return;
        }

        Readable++;
    }

    /// <summary>"dmy" or "mdy" where the column, or the period that the file states, allows only one.</summary>
    public string? Order((DateOnly From, DateOnly To)? stated)
    {
        if (_firstAbove12 != _secondAbove12)
        {
            return _firstAbove12 > _secondAbove12 ? "dmy" : "mdy";
        }

        if (stated is not { } period)
        {
            return null;
        }

        var (day, month) = (Inside("dmy", period), Inside("mdy", period));
        return day == month ? null : day ? "dmy" : "mdy";
    }

    /// <summary>Day numbers per row, int.MinValue where the row has no date under this order.</summary>
    public int[] Days(string order)
    {
        var days = _days.ToArray();
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = days[i] is < 0 and > int.MinValue ? Under(order, -days[i]) : days[i];
        }

        if (_yearLess.Count == Readable && YearsByOrder.Of([.. _yearLess.Select(y => (y.Month, y.Day))], today) is { } dated)
        {
            for (var i = 0; i < dated.Length; i++)
            {
                days[_yearLess[i].Index] = dated[i].DayNumber;
            }
        }

        return days;
    }

    private bool Inside(string order, (DateOnly From, DateOnly To) period) =>
        _days.ToArray().Where(d => d is < 0 and > int.MinValue).Select(d => Under(order, -d)).All(d => d >= period.From.DayNumber && d <= period.To.DayNumber);

    private static int Under(string order, int packed)
    {
        var (year, first, second) = (packed / 10000, packed / 100 % 100, packed % 100);
        var (month, day) = order == "dmy" ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day).DayNumber : int.MinValue;
    }

    private DateOnly? LatestBefore(int month, int day)
    {
        for (var year = today.Year; year > today.Year - 5; year--)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= today)
            {
                return new DateOnly(year, month, day);
            }
        }

        return null;
    }
}
