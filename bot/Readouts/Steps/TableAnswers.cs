using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What the person settled about a file, kept in the run under "material_…".</summary>
internal static class TableAnswers
{
    /// <summary>The earlier reading that this one repeats, by its id; "no" once the person chose otherwise.</summary>
    public const string Same = "material_same";

    private const string ColumnList = "material_columns";

    /// <summary>What holds for every export of the shape.</summary>
    private static readonly IReadOnlyList<string> Lasting = ["material_date_order", "material_decimal_sign", "material_currency", "material_which_table"];

    public static IReadOnlyList<string> Names { get; } = [.. Lasting, Same, ColumnList];

    public static bool Knows(FlowWalk walk, string code) => walk.Lookup("material_" + code.Replace('-', '_')) is not null;

    public static ReadOptions Options(FlowWalk walk) => new()
    {
        Today = walk.Talk.Today,
        DateOrder = walk.Lookup("material_date_order")?.Text,
        DecimalSign = walk.Lookup("material_decimal_sign")?.Text is [var sign] ? sign : null,
        Currency = walk.Lookup("material_currency")?.Text,
        Table = int.TryParse(walk.Lookup("material_which_table")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var table) ? table : null,
    };

    /// <summary>To be kept with the reading, and given back by <see cref="Repeat"/>.</summary>
    public static IReadOnlyDictionary<string, string> ToKeep(FlowWalk walk) =>
        Lasting.Select(n => (Name: n, walk.Lookup(n)?.Text)).Where(a => a.Text is not null).ToDictionary(a => a.Name, a => a.Text!);

    public static void Repeat(FlowWalk walk, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var name in Lasting.Where(answers.ContainsKey))
        {
            walk.Set(name, FlowValue.Of(answers[name]));
        }
    }

    /// <summary>Canonical id by normalised header, as said in this run.</summary>
    public static IEnumerable<(string Header, string Id)> Columns(FlowWalk walk) =>
        (walk.Lookup(ColumnList)?.List ?? []).Select(c => c.Split('=', 2)).Where(c => c.Length == 2).Select(c => (c[1], c[0]));

    public static void Means(FlowWalk walk, string header, string id) =>
        walk.Set(ColumnList, FlowValue.Of([.. walk.Lookup(ColumnList)?.List ?? [], $"{id}={header}"]));
}
