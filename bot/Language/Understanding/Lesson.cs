using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Language;

/// <summary>What one language file teaches about one label.</summary>
/// <param name="Label">Key in the file: "stop", "language:fr", "none".</param>
/// <param name="Says">Whole messages that mean it; they also teach the classifier.</param>
/// <param name="Cues">Patterns that mean it wherever they stand.</param>
/// <param name="Unless">Patterns that silence it.</param>
internal sealed record Lesson(string Label, IReadOnlyList<string> Says, CueSet Cues, CueSet Unless);

/// <summary>One language file, <c>prompts/language/&lt;locale&gt;.yaml</c>.</summary>
/// <param name="Short">SMS and abbreviations to the words they stand for.</param>
/// <param name="Fillers">Words around a request that change nothing.</param>
/// <param name="Known">Ordinary words, never taken for a slip.</param>
/// <param name="Concepts">Words that carry one idea; the names are the same in every language.</param>
/// <param name="Lessons">In the order of the file: an earlier label wins over a later one.</param>
internal sealed record LanguageFile(string Locale, IReadOnlyDictionary<string, string[]> Short, IReadOnlyList<string[]> Fillers, IReadOnlyList<string> Known, IReadOnlyList<(string Concept, IEnumerable<string> Words)> Concepts, IReadOnlyList<Lesson> Lessons)
{
    /// <exception cref="InvalidDataException">The file lacks a part, or a part has another shape.</exception>
    public static LanguageFile Load(string prompts, string locale)
    {
        var root = YamlFile.ReadMap(Path.Combine(prompts, "language", $"{locale}.yaml"));
        var words = YamlShape.Map(root, "words", locale);
        return new(
            locale,
            YamlShape.Map(words, "short", locale).Children.ToDictionary(p => ((YamlScalarNode)p.Key).Value ?? "", p => WordSplitter.Plain(((YamlScalarNode)p.Value).Value ?? ""), StringComparer.Ordinal),
            [.. YamlShape.List(words, "fillers").Select(WordSplitter.Plain)],
            [.. YamlShape.List(words, "known").SelectMany(WordSplitter.Plain)],
            [.. YamlShape.Map(root, "concepts", locale).Children.Select(p => (((YamlScalarNode)p.Key).Value ?? "", (((YamlScalarNode)p.Value).Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable()))],
            [.. YamlShape.Map(root, "gestures", locale).Children.Select(p => Read(((YamlScalarNode)p.Key).Value ?? "", p.Value, locale))]);
    }

    private static Lesson Read(string label, YamlNode node, string locale) => node is YamlMappingNode map
        ? new(label, YamlShape.List(map, "says"), new([.. YamlShape.List(map, "cues").Select(Cue.Parse)]), new([.. YamlShape.List(map, "unless").Select(Cue.Parse)]))
        : throw new InvalidDataException($"{locale}.yaml, line {node.Start.Line}: '{label}' must be a map with says, cues or unless.");
}
