using System.Runtime.CompilerServices;
using MentorBot.Language;
using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Tests.Language;

/// <summary>The real language files, with a small KPI vocabulary and the flows' ways in, as the rooms will bring them.</summary>
internal static class Prompts
{
    public static string TestFolder => Path.GetFullPath(Path.Combine(Here(), ".."));

    public static string Folder => Path.GetFullPath(Path.Combine(TestFolder, "..", "prompts"));

    public static Understanding Understanding() => new(Folder, [new MissionWays(Folder), new FlowWays(), new TestKpis()]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";

    /// <summary>What the Coaching room will bring from the flow folders.</summary>
    private sealed class FlowWays : IVocabulary
    {
        public IEnumerable<Phrases> Said(string locale)
        {
            foreach (var flow in Directory.EnumerateDirectories(Path.Combine(Folder, "flows")).Order(StringComparer.Ordinal))
            {
                var mission = YamlFile.ReadMap(Path.Combine(flow, "flow.yaml")).Children[new YamlScalarNode("mission")].ToString();
                if (YamlFile.ReadMap(Path.Combine(flow, $"{locale}.yaml")).Children.TryGetValue(new YamlScalarNode("ways-in"), out var ways))
                {
                    yield return new(Gesture.Mission, mission, [.. ((YamlSequenceNode)ways).Children.Select(c => ((YamlScalarNode)c).Value ?? "")]);
                }
            }
        }
    }
}
