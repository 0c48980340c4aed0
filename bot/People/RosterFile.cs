using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.Messages;
using YamlDotNet.RepresentationModel;

namespace MentorBot.People;

/// <summary>Reads a roster from YAML. A mistake names the file, the line and what to write instead; an unknown key only warns.</summary>
internal sealed partial class RosterFile
{
    private static readonly string[] KnownRoles = ["member", "mentor", "cmo", "manager", "admin"];
    private static readonly string[] OrganisationKeys = ["name", "locale", "timezone", "country", "contacts", "form"];
    private static readonly string[] PersonKeys = ["id", "name", "roles", "email", "profile", "team", "manager", "tutor", "country", "locale", "timezone", "external", "identities", "mentor"];
    private static readonly string[] ContactKinds = ["hr", "dpo", "legal", "finance", "communication", "procurement", "data", "health"];

    private readonly string _file;
    private readonly List<string> _warnings = [];

    private RosterFile(string file) => _file = file;

    /// <exception cref="InvalidDataException">The roster cannot be used; the message says what, where and what to do.</exception>
    public static Roster Read(string path) => new RosterFile(Path.GetFileName(path)).Parse(YamlFile.ReadMap(path));

    private Roster Parse(YamlMappingNode root)
    {
        var organisation = Map(root, "organisation") ?? throw Wrong(root, "'organisation:' is missing; give it at least a 'name'");
        Warn(root, ["organisation", "people"], "the roster");
        Warn(organisation, OrganisationKeys, "organisation");
        var people = root.Children.TryGetValue(new YamlScalarNode("people"), out var node) && node is YamlSequenceNode list
            ? list.Select(Person).ToList()
            : throw Wrong(root, "'people:' is missing; list at least one person with 'id', 'name' and 'roles'");
        foreach (var twice in people.GroupBy(p => p.Id).Where(g => g.Count() > 1))
        {
            throw Wrong(root, $"the id '{twice.Key}' is used {twice.Count()} times; every person needs an id of their own");
        }

        return new Roster(
            new RosterOrganisation(Required(organisation, "name"), Locale(organisation) ?? Locales.French, Zone(organisation) ?? "Europe/Paris",
                Text(organisation, "country")?.ToUpperInvariant() ?? "FR", Form(organisation), Contacts(organisation)),
            people, _warnings);
    }

    private RosterPerson Person(YamlNode node)
    {
        var map = node as YamlMappingNode ?? throw Wrong(node, "each entry of 'people:' must be a map with 'id', 'name' and 'roles'");
        Warn(map, PersonKeys, "person");
        var id = Required(map, "id");
        if (!IdShape().IsMatch(id))
        {
            throw Wrong(map, $"the id '{id}' may hold only letters, digits, dots, dashes and underscores");
        }

        var roles = Words(map, "roles");
        var unknown = roles.FirstOrDefault(r => !KnownRoles.Contains(r));
        if (roles.Count == 0 || unknown is not null)
        {
            throw Wrong(map, $"'{id}' needs 'roles:' out of {string.Join(", ", KnownRoles)}" + (unknown is null ? "" : $"; '{unknown}' is none of them"));
        }

        return new RosterPerson(id, Required(map, "name"), roles)
        {
            Email = Text(map, "email"),
            Profile = Text(map, "profile"),
            Team = Text(map, "team"),
            Manager = Text(map, "manager"),
            Tutor = Text(map, "tutor"),
            Country = Text(map, "country")?.ToUpperInvariant(),
            Locale = Locale(map),
            TimeZone = Zone(map),
            External = Text(map, "external") is "true",
            Identities = Sequence(map, "identities").OfType<YamlMappingNode>().Select(IdentityOf).ToList(),
            Mentor = Map(map, "mentor") is { } mentor
                ? new RosterMentor(Words(mentor, "topics"), Words(mentor, "languages"), Hours(mentor), Capacity(mentor))
                : null,
        };
    }

    private RosterIdentity IdentityOf(YamlMappingNode map)
    {
        var channel = Required(map, "channel");
        return channel is "slack" or "msteams" or "web"
            ? new RosterIdentity(channel, Text(map, "workspace") ?? "local", Required(map, "user"))
            : throw Wrong(map, $"the channel '{channel}' is unknown; write slack, msteams or web");
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Contacts(YamlMappingNode organisation)
    {
        var contacts = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (Map(organisation, "contacts") is { } map)
        {
            Warn(map, ContactKinds, "contacts");
            foreach (var (kind, value) in map.Children)
            {
                contacts[Scalar(kind)] = value is YamlMappingNode byCountry
                    ? byCountry.Children.ToDictionary(c => Scalar(c.Key).ToUpperInvariant(), c => Scalar(c.Value))
                    : throw Wrong(value, $"contacts of '{Scalar(kind)}' go by country, for example 'FR: …'");
            }
        }

        return contacts;
    }

    private AddressForm Form(YamlMappingNode map) => Text(map, "form") switch
    {
        null or "vous" => AddressForm.Vous,
        "tu" => AddressForm.Tu,
        var other => throw Wrong(map, $"'form: {other}' must be tu or vous"),
    };

    private string? Locale(YamlMappingNode map) => Text(map, "locale") switch
    {
        null => null,
        var l when l.StartsWith("fr", StringComparison.OrdinalIgnoreCase) => Locales.French,
        var l when l.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Locales.English,
        var l => throw Wrong(map, $"the locale '{l}' is not supported; write fr or en"),
    };

    private string? Zone(YamlMappingNode map)
    {
        var zone = Text(map, "timezone");
        return zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : throw Wrong(map, $"the timezone '{zone}' is unknown; write an IANA name such as Europe/Paris");
    }

    private string? Hours(YamlMappingNode map)
    {
        var hours = Text(map, "hours");
        return hours is null || HoursShape().IsMatch(hours) ? hours : throw Wrong(map, $"the hours '{hours}' must be written HH:MM-HH:MM or mon-fri HH:MM-HH:MM");
    }

    private int? Capacity(YamlMappingNode map) => Text(map, "capacity") is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) ? capacity : throw Wrong(map, $"the capacity '{text}' must be a whole number");

    private void Warn(YamlMappingNode map, string[] known, string where)
    {
        foreach (var key in map.Children.Keys.Where(k => !known.Contains(Scalar(k))))
        {
            _warnings.Add($"{_file}, line {key.Start.Line}: '{Scalar(key)}' is not a key of {where} and is ignored.");
        }
    }

    private string Required(YamlMappingNode map, string key) => Text(map, key) is { Length: > 0 } text ? text : throw Wrong(map, $"'{key}:' is missing");

    private static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value.Trim() : null;

    private static YamlMappingNode? Map(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node as YamlMappingNode : null;

    private static IEnumerable<YamlNode> Sequence(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlSequenceNode list ? list : [];

    private static List<string> Words(YamlMappingNode map, string key) => Sequence(map, key).Select(Scalar).ToList();

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private InvalidDataException Wrong(YamlNode node, string what) => new($"{_file}, line {node.Start.Line}: {what}.");

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]+$")]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^([a-z]{3}-[a-z]{3} )?\d{2}:\d{2}-\d{2}:\d{2}$")]
    private static partial Regex HoursShape();
}
