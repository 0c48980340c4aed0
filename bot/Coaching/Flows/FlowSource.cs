using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MentorBot.Coaching;

/// <summary>The files of one flow as they were read: enough to rebuild exactly that version later.</summary>
/// <param name="Files">File name to text: flow.yaml, fr.yaml, en.yaml.</param>
internal sealed record FlowSource(IReadOnlyDictionary<string, string> Files)
{
    public const string Structure = "flow.yaml";

    /// <summary>16 hex digits; line ends do not count.</summary>
    public string Hash()
    {
        var whole = string.Join('\0', Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + '\0' + f.Value.ReplaceLineEndings("\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16];
    }

    public static FlowSource ReadFolder(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.yaml").ToDictionary(f => Path.GetFileName(f), File.ReadAllText));

    public string ToJson() => JsonSerializer.Serialize(Files);

    public static FlowSource FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);
}
