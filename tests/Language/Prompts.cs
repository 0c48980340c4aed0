using System.Runtime.CompilerServices;
using MentorBot.Language;
using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Tests.Language;

/// <summary>The real language files, with a small KPI vocabulary and the flow's ways in, as the rooms will bring them.</summary>
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
            var words = YamlFile.ReadMap(Path.Combine(Folder, "flows", "read-kpis", $"{locale}.yaml"));
            yield return new(Gesture.Mission, "read-kpis", [.. ((YamlSequenceNode)words.Children[new YamlScalarNode("ways-in")]).Children.Select(c => ((YamlScalarNode)c).Value ?? "")]);
        }
    }
}
