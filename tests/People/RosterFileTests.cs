using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Tests.People;

public sealed class RosterFileTests
{
    private const string Smallest = """
        organisation: { name: Horizon }
        people:
          - { id: lea, name: Léa, roles: [member] }
        """;

    [Fact]
    public void The_smallest_roster_gets_the_defaults_of_a_french_team()
    {
        var roster = Read(Smallest);

        Assert.Equal(("fr", "Europe/Paris", "FR", AddressForm.Vous), (roster.Organisation.Locale, roster.Organisation.TimeZone, roster.Organisation.Country, roster.Organisation.Form));
        Assert.Equal("lea", Assert.Single(roster.People).Id);
        Assert.Empty(roster.Warnings);
    }

    [Fact]
    public void An_unknown_key_warns_with_its_line_and_the_roster_is_used()
    {
        var roster = Read(Smallest.Replace("roles: [member] }", "roles: [member], nickname: Lé }", StringComparison.Ordinal));

        var warning = Assert.Single(roster.Warnings);
        Assert.Contains("'nickname'", warning, StringComparison.Ordinal);
        Assert.Contains("line 3", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roles: [member]", "roles: [boss]", "'boss'")]
    [InlineData("name: Léa, ", "", "'name:' is missing")]
    [InlineData("id: lea", "id: lea b", "letters, digits")]
    [InlineData("name: Horizon", "name: Horizon, timezone: Mars/Base", "Mars/Base")]
    [InlineData("name: Horizon", "name: Horizon, locale: de", "write fr or en")]
    [InlineData("roles: [member]", "roles: [member], identities: [{ channel: fax, user: U1 }]", "'fax'")]
    [InlineData("roles: [member]", "roles: [mentor], mentor: { topics: [kpi], hours: 9-18 }", "HH:MM-HH:MM")]
    [InlineData("people:", "persons:", "'people:' is missing")]
    [InlineData("[member]", "[member", "not valid YAML")]
    public void A_mistake_names_the_file_the_line_and_what_to_write(string from, string to, string says)
    {
        var mistake = Assert.Throws<InvalidDataException>(() => Read(Smallest.Replace(from, to, StringComparison.Ordinal)));

        Assert.StartsWith("roster.yaml, line ", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_twice_is_refused()
    {
        var mistake = Assert.Throws<InvalidDataException>(() => Read(Smallest + "\n  - { id: lea, name: Autre, roles: [member] }"));

        Assert.Contains("'lea' is used 2 times", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_development_roster_has_every_role_and_no_warning()
    {
        var roster = RosterFile.Read(PromptsFolder.BesideTheBinary.Combine("roster.development.yaml"));

        Assert.Empty(roster.Warnings);
        Assert.Superset(new HashSet<string> { "member", "mentor", "cmo", "manager", "admin" }, roster.People.SelectMany(p => p.Roles).ToHashSet());
    }

    private static Roster Read(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("roster-");
        try
        {
            var file = Path.Combine(folder.FullName, "roster.yaml");
            File.WriteAllText(file, yaml);
            return RosterFile.Read(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
