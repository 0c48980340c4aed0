namespace MentorBot.Tables;

/// <summary>A key's cells while the file is read: each distinct value once, and its number per row.</summary>
internal sealed class TextColumn(ColumnPlan plan)
{
    private readonly Growing<int> _codes = new();
    private readonly List<string> _values = [];
    private readonly Dictionary<string, int> _known = [];
    private string _lastText = "";
    private int _lastCode = -1;

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

        if (plan.Id == PostLabel.Key && !PersonalText.Holds(text))
        {
            text = PostLabel.Of(text);
            if (text.IsEmpty)
            {
                _codes.Add(-1);
                return true;
            }
        }

        // A campaign repeats for every ad in it.
        if (!text.SequenceEqual(_lastText))
        {
            if (!_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var value, out var code))
            {
                if (PersonalText.Holds(text))
                {
                    HeldPersonal = true;
                    _codes.Add(-1);
                    return true;
                }

                (value, code) = (text.ToString(), _values.Count);
                _values.Add(TextEncoding.Repair(value));
                _known.Add(value, code);
            }

            (_lastText, _lastCode) = (value, code);
        }

        _codes.Add(_lastCode);
        return true;
    }

    public KeyColumn Build(bool[] dropped, int kept)
    {
        // Values that only dropped rows held disappear with them.
        var all = _codes.Take();
        var codes = kept == all.Length ? all : new int[kept];
        var renumbered = new int[_values.Count];
        Array.Fill(renumbered, -1);
        var values = new List<string>();
        for (int i = 0, at = 0; i < all.Length; i++)
        {
            if (dropped[i])
            {
                continue;
            }

            var code = all[i];
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
