using System.Globalization;
using DuckDB.NET.Data;

namespace MentorBot.Bench;

/// <summary>The peer for reading: DuckDB aggregates the same file by day, pass after pass, in a process of its own.</summary>
internal static class DuckPasses
{
    public static int Run(string file, int passes, int threads)
    {
        using var database = new DuckDBConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        if (threads > 0)
        {
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}");
            command.ExecuteNonQuery();
        }

        command.CommandText =
            "SELECT \"Day\", sum(\"Impressions\"), sum(\"Clicks\"), sum(\"Amount spent (EUR)\"), sum(\"Conversions\"), sum(\"Conversion value\") "
            + $"FROM read_csv('{file.Replace("'", "''", StringComparison.Ordinal)}', header = true) GROUP BY \"Day\" ORDER BY \"Day\"";
        var days = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            using var rows = command.ExecuteReader();
            for (days = 0; rows.Read(); days++)
            {
            }
        }

        Console.WriteLine(days);
        return days > 0 ? 0 : 1;
    }
}
