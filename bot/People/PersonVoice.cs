using MentorBot.Messages;

namespace MentorBot.People;

internal static class PersonVoice
{
    extension(Person person)
    {
        /// <summary>How to write to them: what they chose, else the roster, else their client, else the organisation.</summary>
        public Voice VoiceIn(Organisation organisation) => new(
            person.ChosenLocale ?? person.RosterLocale ?? person.ClientLocale ?? organisation.Locale,
            person.ChosenForm switch { "tu" => AddressForm.Tu, "vous" => AddressForm.Vous, _ => organisation.Form });

        public TimeZoneInfo ZoneIn(Organisation organisation) => TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone ?? person.ClientTimeZone ?? organisation.TimeZone);
    }
}
