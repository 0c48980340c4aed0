using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Pages;

namespace MentorBot.Channels.Web;

/// <summary>The talk as JSON: <c>{entries:[{from,id,at,key?,content|message}],working,cursor}</c>.</summary>
internal static class TranscriptEndpoint
{
    private const int Most = 1000;

    public static void MapTranscript(this RouteGroupBuilder web) => web.MapGet("/transcript", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, CurrentReader current, TranscriptReader transcripts, string? after)
    {
        if ((await current.OfAsync(http)).Person is not { } person)
        {
            return Results.Unauthorized();
        }

        var talk = await transcripts.ReadAsync(person.Id, Most, http.RequestAborted);
        var (events, deliveries) = ParseCursor(after);
        var entries = talk.Entries.Where(e => e is PersonEntry ? e.Seq > events : e.Seq > deliveries).Select(Json).ToArray();
        var cursor = string.Create(CultureInfo.InvariantCulture, $"{Last<PersonEntry>(talk, events)}.{Last<MentorEntry>(talk, deliveries)}");
        return Results.Text(new JsonObject { ["entries"] = new JsonArray(entries), ["working"] = talk.Working.ToString(), ["cursor"] = cursor }.ToJsonString(), "application/json");
    }

    private static (long Events, long Deliveries) ParseCursor(string? cursor) =>
        cursor?.Split('.') is [var e, var d] && long.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var events) && long.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var deliveries)
            ? (events, deliveries)
            : (0, 0);

    private static long Last<T>(Transcript talk, long atLeast)
        where T : TranscriptEntry => talk.Entries.OfType<T>().Select(e => e.Seq).Append(atLeast).Max();

    private static JsonNode Json(TranscriptEntry entry)
    {
        var json = new JsonObject { ["id"] = entry.Id.ToString("N"), ["at"] = entry.At.ToString("O", CultureInfo.InvariantCulture) };
        switch (entry)
        {
            case PersonEntry mine:
                json["from"] = "person";
                json["key"] = mine.Key;
                json["content"] = JsonNode.Parse(mine.Content.ToJson());
                break;
            case MentorEntry said:
                json["from"] = "mentor";
                json["message"] = JsonNode.Parse(said.Message.ToJson());
                break;
        }

        return json;
    }
}
