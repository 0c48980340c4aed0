namespace MentorBot.Tables;

/// <summary>Which sign begins the decimals, per column: what the person said, what the column proves, what the other columns of the file prove; else it is asked, and the column has no values meanwhile.</summary>
internal static class DecimalSigns
{
    public static char?[] Decide(IReadOnlyList<NumberColumn> columns, char? told, List<TableQuestion> questions)
    {
        var file = columns.SelectMany(c => c.Proven).Distinct().ToList();
        var signs = new char?[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            signs[i] = !column.InDoubt ? '.'
                : told is not null ? told
                : column.Proven.Count == 1 ? column.Proven.First()
                : column.Proven.Count == 0 && file is [var only] ? only
                : null;
            if (signs[i] is null)
            {
                questions.Add(new TableQuestion("decimal-sign", [",", "."], null, column.Plan.Header));
            }
        }

        return signs;
    }
}
