using YamlDotNet.RepresentationModel;

namespace MentorBot.Language;

internal static class YamlShape
{
    /// <exception cref="InvalidDataException">The key is missing or no map.</exception>
    public static YamlMappingNode Map(YamlMappingNode map, string key, string file) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlMappingNode found
            ? found
            : throw new InvalidDataException($"{file}.yaml: '{key}' must be a map.");

    /// <returns>Empty when the key is absent.</returns>
    public static IReadOnlyList<string> List(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")] : [];
}
