namespace MentorBot.Readouts;

/// <summary>Every finder of this assembly.</summary>
internal static class Finders
{
    public static IReadOnlyList<IFinder> All { get; } =
        [.. typeof(IFinder).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFinder)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (IFinder)(Activator.CreateInstance(t) ?? throw new InvalidOperationException($"{t.Name} needs a constructor without parameters.")))];
}
