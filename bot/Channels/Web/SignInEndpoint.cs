using System.Text.Json;
using MentorBot.Messages;
using MentorBot.Pages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MentorBot.Channels.Web;

/// <summary>
/// POST /web/sign-in: a token that the client gave to our page becomes a session. 200 <c>{person, seconds}</c>; 401 when the token proves nothing;
/// 403 with a sentence for somebody whom the roster does not know, as in the chat.
/// </summary>
internal static class SignInEndpoint
{
    private const int LargestBody = 32 * 1024;

    public static void MapSignIn(this RouteGroupBuilder web) => web.MapPost("/sign-in", PostAsync).WithMetadata(new OpensSession());

    private static async Task<IResult> PostAsync(HttpContext http, PageAccess access, PeopleDirectory people, PersonVoices voices, Sessions sessions, UnknownSender unknown, [FromServices] SignIn? signIn = null)
    {
        if (access.Of(http) != Access.SignIn || signIn is null)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(http) is not { Token: { Length: > 0 } token } sent)
        {
            return Results.BadRequest();
        }

        if (await signIn.Verify(token, http.RequestAborted) is not { } who)
        {
            return Results.Unauthorized();
        }

        if ((people.Find(who.Channel, who.Workspace, who.User) ?? await people.EnrolAsync(who.Channel, who.Workspace, who.User, who.Name, http.RequestAborted)) is not { } person)
        {
            var refusal = await unknown.MeetAsync(who.Channel, who.Workspace, who.User, sent.Locale, http.RequestAborted);
            return Results.Text(refusal.ToPlainText(), "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
        }

        await voices.MeetAsync(person.Id, sent.Locale, sent.TimeZone, http.RequestAborted);
        sessions.Open(http, who);
        return Results.Json(new { person = person.Id.ToString("N"), seconds = (int)Sessions.Life.TotalSeconds });
    }

    private static async Task<ClientToken?> ReadAsync(HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, WebJson.Default.ClientToken, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
