using System.Text.Json;
using MentorBot.Messages;
using MentorBot.Pages;
using MentorBot.People;

namespace MentorBot.Channels.Web;

/// <summary>Who one is, where one picks a person, and which language one reads.</summary>
internal static class ReaderEndpoints
{
    public static void MapReader(this RouteGroupBuilder web)
    {
        web.MapPost("/person", PickPersonAsync);
        web.MapPost("/language", PickLanguageAsync);
    }

    private static async Task<IResult> PickPersonAsync(HttpContext http, PageAccess access, PeopleDirectory people)
    {
        if (access.Of(http) != Access.Pick)
        {
            return Results.NotFound();
        }

        var pick = await ReadAsync(http, WebJson.Default.PersonPick);
        var person = pick?.Person is { } key ? people.FindKey(key) : null;
        if (pick is null || (pick.Person is not null && person is null))
        {
            return Results.BadRequest();
        }

        CurrentReader.Remember(http, person);
        return Results.NoContent();
    }

    private static async Task<IResult> PickLanguageAsync(HttpContext http, CurrentReader current, PersonVoices voices)
    {
        var pick = await ReadAsync(http, WebJson.Default.LanguagePick);
        if (pick?.Locale is not { } locale || !Locales.All.Contains(locale))
        {
            return Results.BadRequest();
        }

        CurrentReader.Remember(http, locale);
        if ((await current.OfAsync(http)).Person is { } person)
        {
            await voices.ChooseLocaleAsync(person.Id, locale, http.RequestAborted);
        }

        return Results.NoContent();
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
