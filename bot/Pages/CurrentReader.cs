using MentorBot.Messages;
using MentorBot.People;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Pages;

/// <summary>Finds out who looks at a page and in which language to write to them.</summary>
internal sealed class CurrentReader(PeopleDirectory people, PersonVoices voices, PageAccess access, Sessions sessions)
{
    /// <summary>The client writes into the page's address whose page it is (infra/teams/manifest.json): a session of somebody else does not open it.</summary>
    private const string ExpectedUser = "user";

    /// <summary>The same of the language of the client.</summary>
    private const string ClientLanguage = "locale";

    private const string PersonCookie = "mentorbot.person";
    private const string LanguageCookie = "mentorbot.language";

    public async Task<Reader> OfAsync(HttpContext http)
    {
        if (PersonOf(http) is { } person && await voices.FindAsync(person.Id, http.RequestAborted) is var (voice, zone))
        {
            return new Reader(person, voice, zone);
        }

        return new Reader(null, new Voice(PickedLanguage(http) ?? Locales.Nearest(http.Request.Query[ClientLanguage]) ?? AskedLanguage(http) ?? people.Organisations.FirstOrDefault()?.Locale ?? Locales.French, AddressForm.Vous), TimeZoneInfo.Utc);
    }

    /// <returns>Null for nobody.</returns>
    public PersonCard? PersonOf(HttpContext http) => access.Of(http) switch
    {
        Access.Pick => Guid.TryParseExact(http.Request.Cookies[PersonCookie], "N", out var id) ? people.Find(id) : null,
        Access.SignIn => sessions.Read(http) is { } who && IsExpected(http, who.User) ? people.Find(who.Channel, who.Workspace, who.User) : null,
        _ => null,
    };

    private static bool IsExpected(HttpContext http, string user) => !Guid.TryParse(http.Request.Query[ExpectedUser], out var expected) || (Guid.TryParse(user, out var signedIn) && signedIn == expected);

    public static void Remember(HttpContext http, PersonCard? person)
    {
        if (person is null)
        {
            http.Response.Cookies.Delete(PersonCookie);
        }
        else
        {
            http.Response.Cookies.Append(PersonCookie, person.Id.ToString("N"), Lasting());
        }
    }

    public static void Remember(HttpContext http, string locale) => http.Response.Cookies.Append(LanguageCookie, locale, Lasting());

    private static CookieOptions Lasting() => new() { HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(90), Path = "/" };

    private static string? PickedLanguage(HttpContext http) => Locales.All.FirstOrDefault(l => l == http.Request.Cookies[LanguageCookie]);

    /// <summary>The first of our languages that the browser asks for.</summary>
    private static string? AskedLanguage(HttpContext http) =>
        StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var asked)
            ? asked.OrderByDescending(a => a.Quality ?? 1).Select(a => Locales.All.FirstOrDefault(l => a.Value.Value!.StartsWith(l, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(l => l is not null)
            : null;
}
