using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Language;

/// <summary>The ways into missions that several flows share, or whose flow comes later, from <c>prompts/language/missions.&lt;locale&gt;.yaml</c>.</summary>
internal sealed class MissionWays(string prompts) : IVocabulary
{
    public IEnumerable<Phrases> Said(string locale)
    {
        var file = Path.Combine(prompts, "language", $"missions.{locale}.yaml");
        return File.Exists(file)
            ? YamlFile.ReadMap(file).Children.Where(p => p.Value is YamlMappingNode)
                .Select(p => new Phrases(Gesture.Mission, ((YamlScalarNode)p.Key).Value ?? "", YamlShape.List((YamlMappingNode)p.Value, "ways-in")))
            : [];
    }
}
