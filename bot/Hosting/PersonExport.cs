using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentorBot.Hosting;

/// <summary>Everything that is kept about a person as one JSON object: every column of every row, and the bytes of their files in base64.</summary>
internal sealed class PersonExport(Database database, PersonalDataStore personal, PeopleDirectory people, FileStore files, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<string> OfAsync(Person person, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var kept = new JsonObject();
        foreach (var (type, rows) in await personal.ReadAsync(db, person, cancellationToken))
        {
            var list = new JsonArray();
            foreach (var row in rows)
            {
                var node = Row(type, row);
                if (row is StoredFile file)
                {
                    node["content"] = await BytesAsync(file, cancellationToken);
                }

                list.Add((JsonNode)node);
            }

            kept[type.GetTableName() ?? type.ShortName()] = list;
        }

        return new JsonObject
        {
            ["person"] = person.Key,
            ["organisation"] = people.Organisations.FirstOrDefault(o => o.Id == person.OrganisationId)?.Name,
            ["exportedAt"] = time.GetUtcNow(),
            ["kept"] = kept,
        }.ToJsonString(Readable);
    }

    private static JsonObject Row(IEntityType type, object row)
    {
        var node = new JsonObject();
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is not null))
        {
            node[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Value(property.PropertyInfo!.GetValue(row));
        }

        return node;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => Nested(text),
        Enum named => JsonValue.Create(named.ToString()),
        byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };

    /// <summary>Columns that hold JSON themselves are shown as what they hold.</summary>
    private static JsonNode? Nested(string text)
    {
        if (text is not ['{' or '[', ..])
        {
            return JsonValue.Create(text);
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    /// <returns>Null for bytes that have expired.</returns>
    private async Task<string?> BytesAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(file.Id, cancellationToken) is null)
        {
            return null;
        }

        await using var stream = await files.OpenAsync(file.Id, cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
