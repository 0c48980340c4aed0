using System.ComponentModel.DataAnnotations;

namespace MentorBot.People;

internal sealed class PeopleOptions
{
    public const string Section = "People";

    /// <summary>A roster file, or a folder with one file per organisation. Empty in Development means the roster that ships.</summary>
    public string Roster { get; init; } = "";

    /// <summary>What happens to a sender who is not in the roster: "refuse" or "enrol".</summary>
    [RegularExpression("refuse|enrol", ErrorMessage = "People:Unknown must be 'refuse' or 'enrol'.")]
    public string Unknown { get; init; } = "refuse";

    /// <summary>Workspaces whose members may be enrolled.</summary>
    public IReadOnlyList<string> Workspaces { get; init; } = [];
}
