using System.Security.Cryptography;
using System.Text;
using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What makes two exports "the same file again": platform, columns in any order, account. Not the period, the rows or the language of the numbers.</summary>
internal static class TableShape
{
    /// <summary>Figures typed in a sentence are no export.</summary>
    private const string Typed = "typed";

    /// <returns>A digest, 32 hexadecimal digits; null for what has no shape to come back.</returns>
    public static string? Of(KpiTable table)
    {
        if (table.Source == Typed)
        {
            return null;
        }

        var columns = table.Metrics.Select(m => m.Header).Concat(table.Keys.Select(k => k.Header)).Concat(table.IgnoredColumns).Select(HeaderName.Normalise).Order(StringComparer.Ordinal);
        var account = table.Key("account")?.Values.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        var text = string.Join('\n', [table.Source, .. columns, "account", .. account]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
