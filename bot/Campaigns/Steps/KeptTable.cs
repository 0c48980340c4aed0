using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using MentorBot.Coaching;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>
/// The figures of a reading, kept in the run until its decision is written, so that a corrected margin is read anew when the upload is gone. The table holds days, names of campaigns and figures,
/// no personal data; a table that would weigh too much in a run is not kept, and its file is asked for again.
/// </summary>
internal static class KeptTable
{
    public const string Name = "kept_table";

    /// <summary>Characters: some four thousand rows of an ordinary export.</summary>
    private const int Largest = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, IncludeFields = true };

    public static void Keep(FlowWalk walk, KpiTable table) => walk.Set(Name, Write(table) is { Length: <= Largest } kept ? FlowValue.Of(kept) : null);

    /// <returns>Null where none was kept.</returns>
    public static KpiTable? Of(FlowWalk walk) => walk.Lookup(Name)?.Text is { } kept ? Read(kept) : null;

    internal static string Write(KpiTable table)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(packed, table, Json);
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    internal static KpiTable Read(string kept)
    {
        using var bytes = new BrotliStream(new MemoryStream(Convert.FromBase64String(kept)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<KpiTable>(bytes, Json) ?? throw new JsonException("A kept table is null.");
    }
}
