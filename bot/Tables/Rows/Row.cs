namespace MentorBot.Tables;

/// <summary>One row of a file. The readers hand out the same instance again and again, so that a million rows allocate nothing; <see cref="Copy"/> what you keep.</summary>
internal sealed class Row
{
    private char[] _chars = new char[256];
    private int[] _starts = new int[32];
    private int[] _ends = new int[32];
    private double[] _typed = [];
    private int _used;
    private int _open;

    /// <summary>1-based line in the file on which the row begins.</summary>
    public int Line { get; private set; }

    public int Count { get; private set; }

    /// <summary>The cell's text without surrounding spaces; empty beyond the last cell.</summary>
    public ReadOnlySpan<char> this[int index] => (uint)index < (uint)Count ? _chars.AsSpan(_starts[index], _ends[index] - _starts[index]) : default;

    /// <summary>The number that a workbook stores in the cell; NaN where the cell is text.</summary>
    public double Typed(int index) => (uint)index < (uint)Math.Min(Count, _typed.Length) ? _typed[index] : double.NaN;

    public bool IsBlank => FilledCells == 0;

    public int FilledCells { get; private set; }

    /// <summary>Characters of all cells so far, the one being written included.</summary>
    public int Length => _used;

    /// <summary>Length of the cell being written.</summary>
    public int OpenCellLength => _used - _open;

    public void Begin(int line)
    {
        Line = line;
        (_used, _open, Count, FilledCells) = (0, 0, 0, 0);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (_used + text.Length > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _used + text.Length));
        }

        text.CopyTo(_chars.AsSpan(_used));
        _used += text.Length;
    }

    public void EndCell(double typed = double.NaN)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }

        var (start, end) = (_open, _used);
        while (start < end && char.IsWhiteSpace(_chars[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(_chars[end - 1]))
        {
            end--;
        }

        (_starts[Count], _ends[Count], _open) = (start, end, _used);
        FilledCells += start < end ? 1 : 0;
        Type(Count, typed);
        Count++;
    }

    public Row Copy()
    {
        var copy = new Row();
        copy.Begin(Line);
        for (var i = 0; i < Count; i++)
        {
            copy.Append(this[i]);
            copy.EndCell(Typed(i));
        }

        return copy;
    }

    /// <summary>Text files have no typed cells and pay nothing for them.</summary>
    private void Type(int index, double typed)
    {
        if (index >= _typed.Length)
        {
            if (double.IsNaN(typed))
            {
                return;
            }

            var known = _typed.Length;
            Array.Resize(ref _typed, Math.Max(32, index * 2));
            Array.Fill(_typed, double.NaN, known, _typed.Length - known);
        }

        _typed[index] = typed;
    }

    public string[] Texts()
    {
        var texts = new string[Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = this[i].ToString();
        }

        return texts;
    }
}
