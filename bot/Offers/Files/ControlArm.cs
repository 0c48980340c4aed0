using MentorBot.Kpis;

namespace MentorBot.Offers;

/// <summary>Which arm is today's offer: the one that says so, else the one called A, else the first.</summary>
internal static class ControlArm
{
    private static readonly HashSet<string> Named =
        ["control", "controle", "temoin", "original", "originale", "baseline", "reference", "actuel", "actuelle", "current", "current offer", "offre actuelle", "default", "defaut", "existing", "existant", "existante", "ancien", "ancienne", "old", "base", "control group", "groupe temoin", "groupe de controle"];

    private static readonly HashSet<string> First = ["a", "variant a", "variante a", "version a", "arm a", "bras a", "groupe a", "group a", "variation a", "offre a", "offer a", "0", "variant 0", "variation 0", "v0"];

    /// <returns>Index into <paramref name="names"/>.</returns>
    public static int Of(IReadOnlyList<string> names)
    {
        var plain = names.Select(HeaderName.Normalise).ToList();
        var said = plain.FindIndex(n => Named.Contains(n) || Named.Any(w => n.StartsWith(w + " ", StringComparison.Ordinal) || n.EndsWith(" " + w, StringComparison.Ordinal) || n.EndsWith($"({w})", StringComparison.Ordinal)));
        return said >= 0 ? said : Math.Max(0, plain.FindIndex(First.Contains));
    }
}
