using MentorBot.People;

namespace MentorBot.Pages;

/// <summary>How somebody becomes a person on the pages.</summary>
internal enum Access
{
    /// <summary>The pages are off.</summary>
    Closed,

    /// <summary>One picks a person of the roster.</summary>
    Pick,

    /// <summary>One signs in; without that every page and endpoint is 401.</summary>
    SignIn,
}

/// <summary>In Development over loopback one picks; anywhere else one signs in, or the pages are off.</summary>
internal sealed class PageAccess(IHostEnvironment environment, SignIn? signIn = null)
{
    public Access Of(HttpContext http) =>
        environment.IsDevelopment() && Loopback.Reaches(http) ? Access.Pick
        : signIn is not null ? Access.SignIn
        : Access.Closed;
}
