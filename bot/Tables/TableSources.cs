namespace MentorBot.Tables;

/// <summary>Finds the sources of this assembly, and the one that a file is from.</summary>
internal static class TableSources
{
    public static IReadOnlyList<ITableSource> All() =>
        [.. typeof(ITableSource).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ITableSource)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (ITableSource)(Activator.CreateInstance(t) ?? throw new InvalidOperationException($"{t.Name} needs a constructor without parameters.")))];

    public static ITableSource Of(IReadOnlyList<ITableSource> sources, IReadOnlyList<string> preamble, Layout layout)
    {
        var headers = layout.Headers.Select(h => Kpis.HeaderName.Split(h).Name).ToHashSet();
        return sources.MaxBy(s => s.Recognises(preamble, headers)) ?? throw new InvalidOperationException("No table source at all.");
    }
}
