namespace MentorBot.Tables;

/// <summary>A table that a file holds, before anybody chose it.</summary>
/// <param name="Name">The sheet or the entry, else its first headers: what a person can choose it by.</param>
internal sealed record TableHead(string Name, bool IsDated)
{
    private const int NamedHeaders = 3;
    private static readonly HashSet<string> Totals = ["totals", "total", "totaux"];

    public int Rows { get; set; }

    /// <summary>What is read first, smallest first: days tell most, a table of totals only repeats the others.</summary>
    public int Rank => Rows == 0 ? 3 : Totals.Contains(Kpis.HeaderName.Normalise(Name)) ? 2 : IsDated ? 0 : 1;

    public static TableHead Of(Layout layout, string? part, IReadOnlyList<TableHead> before)
    {
        var personal = layout.Personal.Select(p => p.Header).ToHashSet();
        var name = part is not null && PersonalText.MayBeNamed(part) ? part : string.Join(", ", layout.Headers.Where(h => h.Length > 0 && !personal.Contains(h) && PersonalText.MayBeNamed(h)).Take(NamedHeaders));
        var same = before.Count(b => b.Name == name || b.Name.StartsWith(name + " (", StringComparison.Ordinal));
        return new TableHead(same == 0 ? name : $"{name} ({(same + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)})", layout.Keys.Any(k => TableBuilder.DateKeys.Contains(k.Id)));
    }
}
