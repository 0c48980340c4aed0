using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What the person settled about a file, kept in the run under "material_…".</summary>
internal static class TableAnswers
{
    public static readonly IReadOnlyList<string> Names = ["material_date_order", "material_decimal_sign", "material_currency", "material_which_table"];

    public static bool Knows(FlowWalk walk, string code) => walk.Lookup("material_" + code.Replace('-', '_')) is not null;

    public static ReadOptions Options(FlowWalk walk) => new()
    {
        Today = walk.Talk.Today,
        DateOrder = walk.Lookup("material_date_order")?.Text,
        DecimalSign = walk.Lookup("material_decimal_sign")?.Text is [var sign] ? sign : null,
        Currency = walk.Lookup("material_currency")?.Text,
        Table = int.TryParse(walk.Lookup("material_which_table")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var table) ? table : null,
    };
}
