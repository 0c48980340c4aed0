using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Pages;

/// <summary>Who looks at a page.</summary>
/// <param name="Person">Null while nobody is picked or signed in.</param>
/// <param name="Zone">The zone that days and hours are shown in.</param>
internal sealed record Reader(PersonCard? Person, Voice Voice, TimeZoneInfo Zone);
