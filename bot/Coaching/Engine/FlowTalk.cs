using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>With whom and when a step is played.</summary>
/// <param name="EventId">What set this off; makes the nonces of its buttons.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
internal sealed record FlowTalk(Voice Voice, DateTimeOffset Now, TimeZoneInfo Zone, Guid OrganisationId, Guid PersonId, Guid RunId, Guid EventId, string PersonName, string Country)
{
    public DateOnly Today => DayOf(Now);

    /// <summary>The person's calendar day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
