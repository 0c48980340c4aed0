using System.Text.RegularExpressions;

namespace MentorBot.Coaching;

/// <summary>The names that a sentence's template reads.</summary>
internal static partial class TemplateNames
{
    private static readonly HashSet<string> Helpers =
        ["count", "number", "percent", "change", "money", "date", "longdate", "shortdate", "plural", "gap", "de", "que", "if", "unless", "else", "each", "eq", "this", "true", "false", "null"];

    private static readonly string[] Suffixes = ["_text", "_id", "_raw"];

    public static IReadOnlyList<string> In(string template) =>
        [.. Tags().Matches(template).SelectMany(m => Names().Matches(Quoted().Replace(m.Value, "")).Select(n => n.Value)).Where(n => !Helpers.Contains(n)).Distinct()];

    /// <summary>The variable behind "budget_text", "goal_id" or "threshold_raw".</summary>
    public static string Variable(string name) => Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? name[..^suffix.Length] : name;

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Tags();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Names();
}
