using MentorBot.People;

namespace MentorBot.Channels.Web;

/// <summary>One of the three ways in for a newcomer.</summary>
/// <param name="Name">Its texts are under web.doors.{name}.</param>
/// <param name="Role">Who one is behind it.</param>
/// <param name="IsOpen">False while it can only say that it comes later.</param>
internal sealed record Door(string Name, string Role, bool IsOpen)
{
    public static readonly IReadOnlyList<Door> All = [new("export", "member", true), new("question", "mentor", false), new("objective", "cmo", false)];

    /// <summary>Somebody of the roster with the role: of the newcomer's language if there is one, and with no other role.</summary>
    public PersonCard? PersonIn(PeopleDirectory people, string locale) => people.People.Where(p => p.Roles.Contains(Role)).OrderBy(p => p.Locale != locale).ThenBy(p => p.Roles.Count).FirstOrDefault();
}
