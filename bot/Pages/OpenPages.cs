using MentorBot.Messages;
using MentorBot.People;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MentorBot.Pages;

/// <summary>Marks an endpoint that shows or takes what belongs to a person.</summary>
internal sealed record NeedsReader;

/// <summary>Marks the one endpoint of those that is for somebody who is not signed in yet.</summary>
internal sealed record OpensSession;

/// <summary>
/// The door before every page, every endpoint of the pages and their circuit. Where one signs in, whoever has not is answered 401 on all of them; a page then carries the way to sign in,
/// and nothing is ever redirected, since a frame cannot follow to a sign-in page.
/// </summary>
internal sealed class OpenPages(RequestDelegate next, PageAccess access, CurrentReader current, OwnOrigin own, Texts texts, SignIn? signIn = null)
{
    // Only what the page itself brings is loaded or run: no font, script or picture from anywhere else.
    private readonly string _alone = Policy("'none'");
    private readonly string _framed = Policy(string.Join(' ', signIn?.FrameAncestors ?? []));

    public Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        var isCircuit = http.Request.Path.StartsWithSegments("/_blazor");
        if (endpoint?.Metadata.GetMetadata<NeedsReader>() is null && !isCircuit)
        {
            return next(http);
        }

        var way = access.Of(http);
        if (way == Access.Closed)
        {
            return CloseAsync(http);
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = way == Access.SignIn ? _framed : _alone;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";

        // A WebSocket is open to every origin unless somebody looks.
        if (isCircuit && !own.Sent(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return way == Access.Pick || endpoint?.Metadata.GetMetadata<OpensSession>() is not null || current.PersonOf(http) is not null ? next(http) : RefuseAsync(http, endpoint);
    }

    private Task CloseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Join('\n', Locales.All.Select(l => texts.Say(new Voice(l, AddressForm.Vous), "web.closed"))), http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, Endpoint? endpoint)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"MentorBot\"";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            ? Task.CompletedTask
            : new RazorComponentResult<SignInPage> { StatusCode = StatusCodes.Status401Unauthorized, PreventStreamingRendering = true }.ExecuteAsync(http);
    }

    private static string Policy(string frameAncestors) =>
        $"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors {frameAncestors}; base-uri 'self'; form-action 'self'; object-src 'none'";
}
