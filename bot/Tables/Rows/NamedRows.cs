namespace MentorBot.Tables;

/// <summary>Rows that belong together: those of a sheet, of an entry of an archive, or of a whole file.</summary>
/// <param name="Name">Of the sheet or the entry; null for a whole file.</param>
internal sealed record NamedRows(string? Name, IEnumerable<Row> Rows);
