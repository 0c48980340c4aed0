using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Coaching;

/// <summary>Files to a Flow. Only what makes a file unusable is refused here; everything else is the lint's.</summary>
internal static class FlowReader
{
    private const int Last = 1000;

    /// <exception cref="InvalidDataException">Not YAML, no id, or no steps; names file and line.</exception>
    public static Flow Read(FlowSource source)
    {
        var structure = Map(source, FlowSource.Structure);
        var id = Text(structure, "id") ?? throw new InvalidDataException($"{FlowSource.Structure}: 'id:' is missing.");
        var steps = structure.Children.TryGetValue(new YamlScalarNode("steps"), out var node) && node is YamlSequenceNode { Children.Count: > 0 } list
            ? list.Select(StepOf).ToList()
            : throw new InvalidDataException($"{FlowSource.Structure}: 'steps:' is missing; list at least one.");
        var words = source.Files.Keys.Where(f => f != FlowSource.Structure)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => new FlowWords(Map(source, f)));
        return new Flow(id, source.Hash(), Text(structure, "mission") ?? id, int.TryParse(Text(structure, "order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : Last, steps, words, source);
    }

    private static Step StepOf(YamlNode node)
    {
        var line = (int)node.Start.Line;
        var map = node as YamlMappingNode ?? throw new InvalidDataException($"{FlowSource.Structure}, line {line}: a step must be a map with 'id' and 'kind'.");
        return new Step(
            Text(map, "id") ?? throw new InvalidDataException($"{FlowSource.Structure}, line {line}: the step has no 'id:'."),
            Text(map, "kind") ?? throw new InvalidDataException($"{FlowSource.Structure}, line {line}: the step has no 'kind:'."),
            map, line);
    }

    private static YamlMappingNode Map(FlowSource source, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(source.Files.GetValueOrDefault(file) ?? ""));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : throw new InvalidDataException($"{file}: the file is missing or is not a map.");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}, line {e.Start.Line}: this is not valid YAML ({e.Message}).", e);
        }
    }

    private static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;
}
