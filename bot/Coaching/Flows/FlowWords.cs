using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Coaching;

/// <summary>A flow's words in one language. Sentences by dotted key ("goal.ask", "goal.choices.scale"), and lists ("ways-in").</summary>
internal sealed class FlowWords
{
    private readonly Dictionary<string, Wording> _sentences = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = [];
    private readonly Dictionary<string, int> _lines = [];

    public FlowWords(YamlMappingNode root) => Collect("", root);

    public IEnumerable<(string Key, Wording Wording, int Line)> All => _sentences.Select(s => (s.Key, s.Value, _lines[s.Key]));

    public Wording? Find(string key) => _sentences.GetValueOrDefault(key);

    public IReadOnlyList<string> List(string key) => _lists.GetValueOrDefault(key) ?? [];

    private void Collect(string prefix, YamlMappingNode map)
    {
        foreach (var (keyNode, value) in map.Children)
        {
            var name = (keyNode as YamlScalarNode)?.Value ?? "";

            // The words of the steps stand under "steps:", but are known by the step's id alone.
            var key = prefix.Length > 0 ? $"{prefix}.{name}" : name == "steps" ? "" : name;
            if (Wording.TryRead(value) is { } wording)
            {
                _sentences[key] = wording;
                _lines[key] = (int)value.Start.Line;
            }
            else if (value is YamlSequenceNode list)
            {
                _lists[key] = [.. list.OfType<YamlScalarNode>().Select(n => n.Value ?? "")];
            }
            else if (value is YamlMappingNode nested)
            {
                Collect(key, nested);
            }
        }
    }
}
