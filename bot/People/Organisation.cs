using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.People;

/// <summary>One company's marketing team. Only its id lives in the database; the rest is the roster's.</summary>
internal sealed class OrganisationRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}

internal sealed class OrganisationMap : IEntityTypeConfiguration<OrganisationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationRow> builder)
    {
        builder.ToTable("organisations").HasKey(o => o.Id);
        builder.HasIndex(o => o.Name).IsUnique();
    }
}

/// <param name="Locale">Default language, "fr" or "en".</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Form">The default form of address in French.</param>
/// <param name="Contacts">Per kind (hr, dpo, legal, finance, communication, procurement, data, health) and country, what to show.</param>
internal sealed record Organisation(Guid Id, string Name, string Locale, string TimeZone, string Country, Messages.AddressForm Form,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Contacts)
{
    /// <summary>The contact for a country, else the organisation's own country's, else any that is configured.</summary>
    public string? Contact(string kind, string? country) =>
        Contacts.TryGetValue(kind, out var byCountry)
            ? byCountry.GetValueOrDefault(country ?? Country) ?? byCountry.GetValueOrDefault(Country) ?? byCountry.Values.FirstOrDefault()
            : null;
}
