using System.Text.RegularExpressions;
using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Recognises a totals row by its label, wherever in the row the label stands.</summary>
internal static partial class TotalsRow
{
    private static readonly HashSet<string> Labels =
    [
        "total", "totals", "totaux", "grand total", "total general", "sum", "somme", "gesamt", "gesamtsumme", "total account", "total compte", "overall total", "sous-total", "subtotal",
    ];

    /// <param name="except">Columns of metrics and of personal data, which hold no label.</param>
    /// <returns>The label as in the file, or null. A campaign called "Total Energies" is not one.</returns>
    public static string? Label(Row row, IReadOnlySet<int> except)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            if (cell.Length is < 3 or > 60 || !MayBegin(cell) || except.Contains(i))
            {
                continue;
            }

            var name = HeaderName.Normalise(cell.ToString());
            if (Labels.Contains(name) || name.StartsWith("total:", StringComparison.Ordinal) || name.StartsWith("total :", StringComparison.Ordinal) || name.StartsWith("gesamt:", StringComparison.Ordinal) || Counted().IsMatch(name))
            {
                return cell.ToString();
            }
        }

        return null;
    }

    /// <summary>"Total of 12 results", "Total de 12 campagnes".</summary>
    [GeneratedRegex(@"^total (of|de) \d[\d ,.]* \w+$")]
    private static partial Regex Counted();

    /// <summary>A cheap look before the name is normalised, for every cell of every row: the first letters of the labels, or a letter that normalising may change.</summary>
    private static bool MayBegin(ReadOnlySpan<char> cell) =>
        char.ToLowerInvariant(cell[0]) is 't' or 'g' or 's' or 'o'
        && (!char.IsAscii(cell[1]) || !char.IsAscii(cell[2]) || Begins(cell, "tot") || Begins(cell, "gra") || Begins(cell, "sum") || Begins(cell, "som") || Begins(cell, "ges") || Begins(cell, "ove") || Begins(cell, "sou") || Begins(cell, "sub"));

    private static bool Begins(ReadOnlySpan<char> cell, string letters) => cell.StartsWith(letters, StringComparison.OrdinalIgnoreCase);
}
