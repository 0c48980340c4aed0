using MentorBot.Pages;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Channels.Web;

/// <summary>Files in and out. An upload goes straight from the wire into Files; it is an event only once it is whole.</summary>
internal static class FileEndpoints
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public static void MapFiles(this RouteGroupBuilder web)
    {
        web.MapPost("/files", UploadAsync);
        web.MapGet("/files/{id}", DownloadAsync);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, CurrentReader current, Inbox inbox, FileStore files, UploadLimit limit)
    {
        if ((await current.OfAsync(http)).Person is not { } person)
        {
            return Results.Unauthorized();
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            return Results.BadRequest();
        }

        // The limit is ours, so that a file above it is answered with a sentence and not with a broken connection.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        var reader = new MultipartReader(boundary.Value!, http.Request.Body);
        string? key = null;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            if (section.AsFormDataSection() is { Name: "key" } field)
            {
                key = await field.GetValueAsync(http.RequestAborted);
            }
            else if (section.AsFileSection() is { } file && key is { Length: > 0 and <= 100 } && disposition is not null)
            {
                var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file";
                var media = section.ContentType is { Length: > 0 and <= 200 } said ? said : "application/octet-stream";
                var stored = await files.SaveAsync(person.OrganisationId, person.Id, name, media, section.Body, limit.Bytes, Keep, http.RequestAborted);
                var content = new FileContent(stored?.Id, name, media, stored?.Length ?? http.Request.ContentLength ?? limit.Bytes);
                var isNew = (await inbox.AcceptAsync(MessageEndpoints.Arriving(person, key, content), http.RequestAborted)).IsNew;
                if (!isNew && stored is not null)
                {
                    await files.DeleteAsync(stored.Id, http.RequestAborted);
                }

                return Results.Accepted();
            }
        }

        return Results.BadRequest();
    }

    private static async Task<IResult> DownloadAsync(string id, HttpContext http, CurrentReader current, FileStore files)
    {
        var found = (await current.OfAsync(http)).Person is { } person && Guid.TryParse(id, out var guid) && await files.FindAsync(guid, http.RequestAborted) is { } file && file.OwnerId == person.Id ? file : null;
        return found is null
            ? Results.NotFound()
            : Results.Stream(await files.OpenAsync(found.Id, http.RequestAborted), found.MediaType, found.Name);
    }
}
