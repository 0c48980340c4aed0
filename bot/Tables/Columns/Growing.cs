namespace MentorBot.Tables;

/// <summary>A list that grows in chunks, so that a million rows never copy themselves to twice their size. Read once, at the end.</summary>
internal sealed class Growing<TItem>
{
    private const int Chunk = 16 * 1024;
    private const int First = 64;
    private readonly List<TItem[]> _full = [];
    private TItem[] _last = new TItem[First];
    private int _used;

    public int Count => _full.Count * Chunk + _used;

    public TItem this[int index] => index / Chunk < _full.Count ? _full[index / Chunk][index % Chunk] : _last[index % Chunk];

    public void Add(TItem value)
    {
        if (_used == _last.Length)
        {
            Grow();
        }

        _last[_used++] = value;
    }

    public TItem[] ToArray()
    {
        var all = new TItem[Count];
        for (var i = 0; i < _full.Count; i++)
        {
            _full[i].CopyTo(all, i * Chunk);
        }

        _last.AsSpan(0, _used).CopyTo(all.AsSpan(_full.Count * Chunk));
        return all;
    }

    /// <summary>The same, and lets the chunks go.</summary>
    public TItem[] Take()
    {
        var all = ToArray();
        _full.Clear();
        (_last, _used) = ([], 0);
        return all;
    }

    /// <summary>A short table stays small: only its first chunk doubles.</summary>
    private void Grow()
    {
        if (_last.Length < Chunk)
        {
            Array.Resize(ref _last, Math.Max(First, _last.Length * 2));
            return;
        }

        _full.Add(_last);
        (_last, _used) = (new TItem[Chunk], 0);
    }
}
