using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Messages;

/// <summary>Reads a YAML file whose root is a map, with errors that name the file and the line.</summary>
internal static class YamlFile
{
    /// <exception cref="InvalidDataException">Not YAML, or the root is not a map.</exception>
    public static YamlMappingNode ReadMap(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count == 0
                ? new YamlMappingNode()
                : stream.Documents[0].RootNode as YamlMappingNode
                    ?? throw new InvalidDataException($"{Path.GetFileName(path)}: the file must be a map of names to values.");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}, line {e.Start.Line}: this is not valid YAML ({e.Message}).", e);
        }
    }
}
