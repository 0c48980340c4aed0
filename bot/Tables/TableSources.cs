namespace MentorBot.Tables;

/// <summary>Finds the sources of this assembly, and the one that a file is from.</summary>
internal static class TableSources
{
    public static IReadOnlyList<ITableSource> All() =>
        [.. typeof(ITableSource).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ITableSource)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (ITableSource)(Activator.CreateInstance(t) ?? throw new InvalidOperationException($"{t.Name} needs a constructor without parameters.")))];

    /// <summary>From this on a source knows its own file.</summary>
    private const int Signature = 8;

    /// <summary>The source that recognises its own headers although the dictionary does not; null when none is sure.</summary>
    public static ITableSource? Sure(IReadOnlyList<ITableSource> sources, IReadOnlyList<string> preamble, Layout layout)
    {
        var headers = layout.Headers.Select(h => Kpis.HeaderName.Split(h).Name).ToHashSet();
        return sources.FirstOrDefault(s => s.Recognises(preamble, headers) >= Signature);
    }

    public static ITableSource Of(IReadOnlyList<ITableSource> sources, IReadOnlyList<string> preamble, Layout layout)
    {
        var headers = layout.Headers.Select(h => Kpis.HeaderName.Split(h).Name).ToHashSet();
        return sources.MaxBy(s => s.Recognises(preamble, headers)) ?? throw new InvalidOperationException("No table source at all.");
    }
}
