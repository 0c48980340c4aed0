namespace MentorBot.People;

/// <summary>What a roster file says, checked. See the outside contract for its YAML.</summary>
/// <param name="Warnings">Unknown keys and the like: the file is used all the same.</param>
internal sealed record Roster(RosterOrganisation Organisation, IReadOnlyList<RosterPerson> People, IReadOnlyList<string> Warnings);

internal sealed record RosterOrganisation(string Name, string Locale, string TimeZone, string Country, Messages.AddressForm Form,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Contacts);

/// <param name="Id">Lower-case letters, digits, dots, dashes; unique in the file.</param>
internal sealed record RosterPerson(string Id, string Name, IReadOnlyList<string> Roles)
{
    public string? Email { get; init; }

    public string? Profile { get; init; }

    public string? Team { get; init; }

    public string? Manager { get; init; }

    public string? Tutor { get; init; }

    public string? Country { get; init; }

    public string? Locale { get; init; }

    public string? TimeZone { get; init; }

    public bool External { get; init; }

    public IReadOnlyList<RosterIdentity> Identities { get; init; } = [];

    public RosterMentor? Mentor { get; init; }
}

internal sealed record RosterIdentity(string Channel, string Workspace, string User);

/// <param name="Hours">"HH:MM-HH:MM" or "mon-fri HH:MM-HH:MM", in the person's zone.</param>
internal sealed record RosterMentor(IReadOnlyList<string> Topics, IReadOnlyList<string> Languages, string? Hours, int? Capacity);
