using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Pages;

/// <summary>Marks an endpoint that shows or takes what belongs to a person.</summary>
internal sealed record NeedsReader;

/// <summary>Pages are open in Development over loopback. Anywhere else they are off until people can sign in.</summary>
internal sealed class OpenPages(RequestDelegate next, IHostEnvironment environment, Texts texts)
{
    // Only what the page itself brings is loaded or run: no font, script or picture from anywhere else.
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var concerned = http.GetEndpoint()?.Metadata.GetMetadata<NeedsReader>() is not null || http.Request.Path.StartsWithSegments("/_blazor");
        if (!concerned)
        {
            return next(http);
        }

        if (!environment.IsDevelopment() || !Loopback.Reaches(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(string.Join('\n', Locales.All.Select(l => texts.Say(new Voice(l, AddressForm.Vous), "web.closed"))), http.RequestAborted);
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(http);
    }
}
