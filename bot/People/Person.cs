using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.People;

/// <summary>Somebody the mentor talks to. The roster says who they are; what they chose themselves (form of address, language) is kept here and outlives the roster's next reading.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The id in the roster, such as "lea.martin"; unique within the organisation.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Comma-separated: member, mentor, cmo, manager, admin.</summary>
    public required string Roles { get; set; }

    /// <summary>What they do: "social-apprentice", "crm", "agency"…; shown, never scored.</summary>
    public string? Profile { get; set; }

    public string? Team { get; set; }

    public string? Country { get; set; }

    /// <summary>The roster's language; null means the organisation's.</summary>
    public string? RosterLocale { get; set; }

    /// <summary>IANA zone; null means the organisation's.</summary>
    public string? TimeZone { get; set; }

    public bool External { get; set; }

    /// <summary>Came in by a workspace whose members are welcome; in no roster.</summary>
    public bool Enrolled { get; init; }

    /// <summary>"fr" or "en", as their client last said; counts where neither they nor the roster say.</summary>
    public string? ClientLocale { get; set; }

    /// <summary>IANA zone, as their client last said; counts where the roster says none.</summary>
    public string? ClientTimeZone { get; set; }

    /// <summary>False when the roster no longer has them; their rows stay until they are erased.</summary>
    public bool Active { get; set; } = true;

    /// <summary>The language they asked for themselves; wins over the roster's.</summary>
    public string? ChosenLocale { get; set; }

    /// <summary>"tu" or "vous" when they chose; null means the organisation's default.</summary>
    public string? ChosenForm { get; set; }

    /// <summary>True once they were asked whether to go on in the language they type; it is asked once.</summary>
    public bool AskedLocale { get; set; }

    /// <summary>Where their last message came from, as JSON of an Address; follow-ups go there.</summary>
    public string? LastAddress { get; set; }

    public int Version { get; set; }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.HasIndex(p => new { p.OrganisationId, p.Key }).IsUnique();
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
