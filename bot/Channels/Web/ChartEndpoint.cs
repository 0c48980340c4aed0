using MentorBot.Charts;
using MentorBot.Deliveries;
using MentorBot.Pages;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.Web;

/// <summary>Draws a chart of the reader's own talk. What was sent never changes, so that a browser asks once.</summary>
internal static class ChartEndpoint
{
    public static void MapCharts(this RouteGroupBuilder web) => web.MapGet("/charts/{delivery:guid}/{part:int}.png", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, CurrentReader current, Database database, Guid delivery, int part, string? size, bool dark = false)
    {
        if ((await current.OfAsync(http)).Person is not { } person)
        {
            return Results.Unauthorized();
        }

        await using var db = database.Open();
        var sent = await db.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == delivery && d.PersonId == person.Id && d.State == DeliveryState.Sent, http.RequestAborted);
        if (sent?.Message is not { } message || message.Parts.ElementAtOrDefault(part) is not { } drawn || ChartPicture.Png(drawn, message.Locale, size == "phone", dark) is not { } png)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(png, "image/png");
    }
}
