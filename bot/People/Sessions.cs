using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.People;

/// <summary>
/// Who is signed in to the pages, kept in an encrypted cookie and nowhere else. It holds the identity, not the person: whom the roster does not know by it any more
/// is nobody at the next request. It is never prolonged by being used, only opened anew with a fresh proof.
/// </summary>
internal sealed class Sessions(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The prefix makes browsers refuse it without Secure, from a subdomain, or for a part of the site.</summary>
    public const string Cookie = "__Host-mentorbot";

    /// <summary>How long somebody whose account was closed can go on reading their own talk.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("MentorBot.Sessions.v1");

    /// <summary>The page stands in a frame of another site, so the cookie must be sent there; it is partitioned, so that it exists under that site alone.</summary>
    public void Open(HttpContext http, SignedIn who)
    {
        var kept = new Session(who.Channel, who.Workspace, who.User, time.GetUtcNow() + Life);
        var cookie = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = "/", MaxAge = Life, IsEssential = true };
        cookie.Extensions.Add("Partitioned");
        http.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(kept, SessionJson.Default.Session)), cookie);
    }

    /// <returns>Null without a cookie of ours, or after its time.</returns>
    public SignedIn? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize(_protector.Unprotect(cookie), SessionJson.Default.Session);
            return kept is not null && kept.Until > time.GetUtcNow() ? new SignedIn(kept.Channel, kept.Workspace, kept.User) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

internal sealed record Session(string Channel, string Workspace, string User, DateTimeOffset Until);

[JsonSerializable(typeof(Session))]
internal sealed partial class SessionJson : JsonSerializerContext;
