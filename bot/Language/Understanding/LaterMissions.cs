using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Language;

/// <summary>Missions whose flow comes later: already understood, from <c>prompts/language/later.&lt;locale&gt;.yaml</c>.</summary>
internal sealed class LaterMissions(string prompts) : IVocabulary
{
    public IEnumerable<Phrases> Said(string locale)
    {
        var file = Path.Combine(prompts, "language", $"later.{locale}.yaml");
        return File.Exists(file)
            ? YamlFile.ReadMap(file).Children.Where(p => p.Value is YamlMappingNode)
                .Select(p => new Phrases(Gesture.Mission, ((YamlScalarNode)p.Key).Value ?? "", YamlShape.List((YamlMappingNode)p.Value, "ways-in")))
            : [];
    }
}
