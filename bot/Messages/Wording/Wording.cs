using YamlDotNet.RepresentationModel;

namespace MentorBot.Messages;

/// <summary>One sentence's template. <paramref name="Tu"/> is null where the sentence addresses nobody and serves both forms.</summary>
internal sealed record Wording(string Vous, string? Tu)
{
    public string For(AddressForm form) => form == AddressForm.Tu ? Tu ?? Vous : Vous;

    /// <returns>Null when the node is neither a scalar nor a map of exactly tu and vous.</returns>
    public static Wording? TryRead(YamlNode node) => node switch
    {
        YamlScalarNode scalar => new Wording(scalar.Value ?? "", null),
        YamlMappingNode { Children.Count: 2 } map when Scalar(map, "tu") is { } tu && Scalar(map, "vous") is { } vous => new Wording(vous, tu),
        _ => null,
    };

    private static string? Scalar(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode scalar ? scalar.Value ?? "" : null;
}
