using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Coaching;

/// <summary>One step of a flow: its kind reads the rest of the settings itself, so that a new kind needs no change here.</summary>
/// <param name="Id">Unique in the flow; also the name under which an answer is known.</param>
/// <param name="Line">In flow.yaml, for the lint.</param>
internal sealed record Step(string Id, string Kind, YamlMappingNode Settings, int Line)
{
    /// <summary>Where it goes on; null means the step written below it.</summary>
    public string? Next => Text("next");

    /// <summary>An expression: the step is passed over while it is not true.</summary>
    public string? When => Text("when");

    /// <summary>The person may pass over the question.</summary>
    public bool Optional => Text("optional") == "true";

    public string? Text(string key) => Node(key) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    public double? Number(string key) => double.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public IReadOnlyList<string> List(string key) => Node(key) is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(n => n.Value ?? "")] : [];

    public IReadOnlyList<(string Name, string Value)> Map(string key) => Node(key) is YamlMappingNode map ? Pairs(map) : [];

    public IReadOnlyList<IReadOnlyList<(string Name, string Value)>> Maps(string key) =>
        Node(key) is YamlSequenceNode list ? [.. list.OfType<YamlMappingNode>().Select(Pairs)] : [];

    private YamlNode? Node(string key) => Settings.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static List<(string Name, string Value)> Pairs(YamlMappingNode map) =>
        [.. map.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", (c.Value as YamlScalarNode)?.Value ?? ""))];
}
