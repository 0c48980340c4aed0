namespace MentorBot.Tables;

/// <summary>A key's cells while the file is read: each distinct value once, and its number per row.</summary>
internal sealed class TextColumn(ColumnPlan plan)
{
    private readonly Growing<int> _codes = new();
    private readonly List<string> _values = [];
    private readonly Dictionary<string, int> _known = [];

    public ColumnPlan Plan => plan;

    /// <summary>True once a cell held an e-mail address: none is kept.</summary>
    public bool HeldPersonal { get; private set; }

    /// <returns>False when the cell is empty.</returns>
    public bool Add(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text is "--" or "-" or "\u2014")
        {
            _codes.Add(-1);
            return false;
        }

        if (PersonalText.Holds(text))
        {
            HeldPersonal = true;
            _codes.Add(-1);
            return true;
        }

        text = plan.Id == PostLabel.Key ? PostLabel.Of(text) : text;
        if (text.IsEmpty)
        {
            _codes.Add(-1);
            return true;
        }

        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var code))
        {
            var value = text.ToString();
            code = _values.Count;
            _values.Add(TextEncoding.Repair(value));
            _known.Add(value, code);
        }

        _codes.Add(code);
        return true;
    }

    public KeyColumn Build(bool[] dropped, int kept)
    {
        // Values that only dropped rows held disappear with them.
        var codes = new int[kept];
        var renumbered = new int[_values.Count];
        Array.Fill(renumbered, -1);
        var values = new List<string>();
        for (int i = 0, at = 0; i < _codes.Count; i++)
        {
            if (dropped[i])
            {
                continue;
            }

            var code = _codes[i];
            if (code >= 0 && renumbered[code] < 0)
            {
                renumbered[code] = values.Count;
                values.Add(_values[code]);
            }

            codes[at++] = code < 0 ? -1 : renumbered[code];
        }

        return new KeyColumn(plan.Id, plan.Header, codes, values);
    }
}
