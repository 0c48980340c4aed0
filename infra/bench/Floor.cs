using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace MentorBot.Bench;

/// <summary>The lower bound: a bare ASP.NET Core POST that keeps its body in SQLite (WAL, synchronous FULL) before it answers; on /api/messages also replies to the connector.</summary>
internal static class Floor
{
    public static async Task<int> RunAsync(string url)
    {
        using var database = new SqliteConnection("Data Source=floor.db");
        database.Open();
        Execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE inbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)");
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO inbox (body) VALUES ($body)";
        var body = insert.Parameters.Add("$body", SqliteType.Text);
        using var writer = new SemaphoreSlim(1, 1);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/health/live", () => "live");
        app.MapPost("/web/messages", async (HttpRequest request) =>
        {
            await KeepAsync(request);
            return Results.Accepted();
        });
        using var connector = new HttpClient();
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            using var activity = JsonDocument.Parse(await KeepAsync(request));
            var (root, conversation) = (activity.RootElement, activity.RootElement.GetProperty("conversation").GetProperty("id").GetString()!);
            using var reply = new StringContent(JsonSerializer.Serialize(new { type = "message", text = root.GetProperty("text").GetString() }), Encoding.UTF8, "application/json");
            using var answer = await connector.PostAsync($"{root.GetProperty("serviceUrl").GetString()}/v3/conversations/{conversation}/activities", reply);
            answer.EnsureSuccessStatusCode();
            return Results.Accepted();
        });
        await app.RunAsync();
        return 0;

        async Task<string> KeepAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync();
            await writer.WaitAsync();
            try
            {
                body.Value = text;
                insert.ExecuteNonQuery();
                return text;
            }
            finally
            {
                writer.Release();
            }
        }
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
