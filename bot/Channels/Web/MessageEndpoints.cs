using System.Text.Json;
using MentorBot.Deliveries;
using MentorBot.Pages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;

namespace MentorBot.Channels.Web;

/// <summary>Where words and presses come in. A 2xx says that the event is kept; the page repeats until it gets one.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder web)
    {
        web.MapPost("/messages", PostAsync);
        web.MapPost("/opened", OpenedAsync);
    }

    private static async Task<IResult> PostAsync(HttpContext http, CurrentReader current, Inbox inbox, Reaches reaches, UploadLimit limit)
    {
        if ((await current.OfAsync(http)).Person is not { } person)
        {
            return Results.Unauthorized();
        }

        WebMessage? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync(http.Request.Body, WebJson.Default.WebMessage, http.RequestAborted);
        }
        catch (JsonException)
        {
            message = null;
        }

        return message?.ToContent(limit.Bytes) is { } content
            ? await AcceptAsync(inbox, reaches, person, message.Key, content, http.RequestAborted)
            : Results.BadRequest();
    }

    /// <summary>The first look at the talk: one event for ever, so that the mentor introduces itself once.</summary>
    private static async Task<IResult> OpenedAsync(HttpContext http, CurrentReader current, Inbox inbox, Reaches reaches) =>
        (await current.OfAsync(http)).Person is { } person
            ? await AcceptAsync(inbox, reaches, person, "opened", new OpenedContent(), http.RequestAborted)
            : Results.Unauthorized();

    private static async Task<IResult> AcceptAsync(Inbox inbox, Reaches reaches, PersonCard person, string key, InboundContent content, CancellationToken cancellationToken)
    {
        await inbox.AcceptAsync(Arriving(person, key, content), cancellationToken);
        await reaches.SeenAsync(person.OrganisationId, person.Id, WebAddress.Of(person.Id), surely: false, cancellationToken);
        return Results.Accepted();
    }

    public static Arrival Arriving(PersonCard person, string key, InboundContent content) => new(WebAddress.Of(person.Id), WebAddress.Key(person.Id, key), person.Key, content, person.Id);
}
