namespace MentorBot.Tables;

/// <summary>A list that grows in chunks, so that a million rows never copy themselves to twice their size. Read once, at the end.</summary>
internal sealed class Growing<T>
{
    private const int Chunk = 8192;
    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public T this[int index] => _chunks[index / Chunk][index % Chunk];

    public void Add(T value)
    {
        if (Count % Chunk == 0)
        {
            _chunks.Add(new T[Chunk]);
        }

        _chunks[^1][Count++ % Chunk] = value;
    }

    public T[] ToArray()
    {
        var all = new T[Count];
        for (var i = 0; i < _chunks.Count; i++)
        {
            _chunks[i].AsSpan(0, Math.Min(Chunk, Count - i * Chunk)).CopyTo(all.AsSpan(i * Chunk));
        }

        return all;
    }

    /// <summary>The same, and lets the chunks go.</summary>
    public T[] Take()
    {
        var all = ToArray();
        _chunks.Clear();
        Count = 0;
        return all;
    }
}
