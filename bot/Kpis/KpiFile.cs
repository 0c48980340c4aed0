using System.Globalization;
using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Kpis;

/// <summary>kpis.yaml as it stands, before any matching.</summary>
internal sealed record KpiFile(
    IReadOnlyList<Kpi> Kpis,
    IReadOnlyList<(string Name, string Id)> KpiHeaders,
    IReadOnlyList<(string Name, string Id)> KeyHeaders,
    IReadOnlyList<string> Personal,
    IReadOnlyList<string> PersonalWords,
    IReadOnlyList<(string Locale, string Text, string Id)> Said,
    IReadOnlyDictionary<string, string> Instead,
    IReadOnlySet<string> Whole,
    IReadOnlyDictionary<(string Source, string Name), string> Overrides,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Weights,
    IReadOnlyList<string> Aside)
{
    public static KpiFile Read(string path)
    {
        var root = YamlFile.ReadMap(path);
        var entries = Map(root, "kpis").Select(e => (Id: e.Name, Node: Expect(e.Node, e.Name))).ToList();
        var personal = Map(root, "personal").ToList();
        return new KpiFile(
            [.. entries.Select(e => ReadKpi(e.Id, e.Node))],
            [.. entries.SelectMany(e => Localised(e.Node, "headers").Select(h => (h.Text, e.Id)))],
            [.. Map(root, "keys").SelectMany(e => Lists(Expect(e.Node, e.Name)).Select(h => (h.Text, e.Name)))],
            [.. personal.Where(p => p.Name != "words").SelectMany(p => Texts(p.Node))],
            [.. personal.Where(p => p.Name == "words").SelectMany(p => Texts(p.Node)).Select(HeaderName.Normalise)],
            [.. entries.SelectMany(e => Localised(e.Node, "said").Select(s => (s.Locale, s.Text, e.Id)))],
            entries.Where(e => Scalar(e.Node, "instead") is not null).ToDictionary(e => e.Id, e => Scalar(e.Node, "instead") ?? ""),
            entries.Where(e => Scalar(e.Node, "whole") == "true").Select(e => e.Id).ToHashSet(),
            Map(root, "sources")
                .SelectMany(s => Map(root, "sources", s.Name).Select(o => (Key: (s.Name, HeaderName.Normalise(o.Name)), Id: Texts(o.Node).Single())))
                .ToDictionary(o => o.Key, o => o.Id),
            entries.ToDictionary(e => e.Id, IReadOnlyList<string> (e) => [.. e.Node.Children.Where(c => c.Key is YamlScalarNode { Value: "weigh" }).SelectMany(c => Texts(c.Value))]),
            [.. Map(root, "aside").SelectMany(a => Texts(a.Node))]);
    }

    private static Kpi ReadKpi(string id, YamlMappingNode node) => new(
        id,
        Scalar(node, "kind") switch
        {
            "additive" => KpiKind.Additive,
            "ratio" => KpiKind.Ratio,
            "non-additive" => KpiKind.NonAdditive,
            var other => throw new InvalidDataException($"kpis.yaml: '{id}' has the kind '{other}'; it must be additive, ratio or non-additive."),
        },
        Enum.TryParse<KpiUnit>(Scalar(node, "unit"), ignoreCase: true, out var unit)
            ? unit
            : throw new InvalidDataException($"kpis.yaml: '{id}' has the unit '{Scalar(node, "unit")}'; it must be one of {string.Join(", ", Enum.GetNames<KpiUnit>())}."),
        Scalar(node, "of"),
        Scalar(node, "over"),
        Scalar(node, "scale") is { } scale ? double.Parse(scale, CultureInfo.InvariantCulture) : 1);

    private static IEnumerable<(string Locale, string Text)> Localised(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var child) && child is YamlMappingNode map ? Lists(map) : [];

    private static IEnumerable<(string Locale, string Text)> Lists(YamlMappingNode map) =>
        map.Children.SelectMany(c => Texts(c.Value).Select(t => (((YamlScalarNode)c.Key).Value ?? "", t)));

    private static IEnumerable<(string Name, YamlNode Node)> Map(YamlMappingNode root, params string[] path)
    {
        YamlNode node = root;
        foreach (var step in path)
        {
            node = ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(step), out var child) ? child : new YamlMappingNode();
        }

        return Expect(node, path[^1]).Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", c.Value));
    }

    private static YamlMappingNode Expect(YamlNode node, string name) =>
        node as YamlMappingNode ?? throw new InvalidDataException($"kpis.yaml: '{name}' (line {node.Start.Line}) must be a map.");

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? ""),
        YamlScalarNode scalar => [scalar.Value ?? ""],
        _ => [],
    };

    private static string? Scalar(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var child) && child is YamlScalarNode scalar ? scalar.Value : null;
}
