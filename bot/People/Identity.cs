using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.People;

/// <summary>A person on a channel. Unique per channel, workspace and user.</summary>
internal sealed class Identity
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; set; }

    /// <summary>"slack", "msteams" or "web".</summary>
    public required string Channel { get; init; }

    /// <summary>Slack team id or Entra tenant id; "local" on web.</summary>
    public required string Workspace { get; init; }

    public required string User { get; init; }
}

internal sealed class IdentityMap : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("identities").HasKey(i => i.Id);
        builder.HasIndex(i => new { i.Channel, i.Workspace, i.User }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
