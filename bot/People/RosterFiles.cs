namespace MentorBot.People;

/// <summary>The rosters on disk: one file, or a folder with one per organisation.</summary>
internal sealed class RosterFiles(string path)
{
    private static readonly string[] Patterns = ["*.yaml", "*.yml"];

    /// <exception cref="InvalidDataException">A roster cannot be used; says which, where and what to do.</exception>
    public IReadOnlyList<Roster> Read()
    {
        var files = Files().ToList();
        return files.Count > 0 ? files.Select(RosterFile.Read).ToList() : throw new InvalidDataException($"People:Roster: there is no YAML file at '{path}'.");
    }

    /// <summary>Changes whenever a file is written, added or removed.</summary>
    public string Stamp() => string.Join('|', Files().Select(f => $"{f}:{File.GetLastWriteTimeUtc(f).Ticks}:{new FileInfo(f).Length}"));

    private IEnumerable<string> Files() =>
        File.Exists(path) ? [path]
        : Directory.Exists(path) ? Patterns.SelectMany(p => Directory.EnumerateFiles(path, p)).Order(StringComparer.Ordinal)
        : [];
}
