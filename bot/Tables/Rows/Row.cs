namespace MentorBot.Tables;

/// <summary>One row of a file. The readers hand out the same instance again and again, so that a million rows allocate nothing; <see cref="Copy"/> what you keep.</summary>
internal sealed class Row
{
    private readonly List<int> _ends = [];
    private readonly List<double> _typed = [];
    private char[] _chars = new char[256];
    private int _used;

    /// <summary>1-based line in the file on which the row begins.</summary>
    public int Line { get; private set; }

    public int Count => _ends.Count;

    /// <summary>The cell's text without surrounding spaces; empty beyond the last cell.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_ends.Count)
            {
                return default;
            }

            var start = index == 0 ? 0 : _ends[index - 1];
            return _chars.AsSpan(start, _ends[index] - start).Trim();
        }
    }

    /// <summary>The number that a workbook stores in the cell; NaN where the cell is text.</summary>
    public double Typed(int index) => (uint)index < (uint)_typed.Count ? _typed[index] : double.NaN;

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (!this[i].IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public int FilledCells
    {
        get
        {
            var filled = 0;
            for (var i = 0; i < Count; i++)
            {
                filled += this[i].IsEmpty ? 0 : 1;
            }

            return filled;
        }
    }

    /// <summary>Length of the cell being written.</summary>
    public int OpenCellLength => _used - (_ends.Count == 0 ? 0 : _ends[^1]);

    public void Begin(int line)
    {
        Line = line;
        _used = 0;
        _ends.Clear();
        _typed.Clear();
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
        _ends.Add(_used);
        _typed.Add(typed);
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
