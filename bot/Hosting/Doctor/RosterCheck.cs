using MentorBot.People;

namespace MentorBot.Hosting;

/// <summary>Who may talk to the mentor.</summary>
internal static class RosterCheck
{
    private const string Key = "People:Roster";

    public static DoctorCheck Of(PeopleOptions people, IHostEnvironment environment)
    {
        string path;
        try
        {
            path = MentorBotBuilder.RosterPath(people, environment);
        }
        catch (StartRefused)
        {
            return new DoctorCheck("roster", DoctorState.Failed, Key, "no roster is set", "set it to a roster file, or to a folder with one file per organisation");
        }

        try
        {
            var rosters = new RosterFiles(path).Read();
            var (n, organisations) = (rosters.Sum(r => r.People.Count), rosters.Count);
            var warnings = rosters.SelectMany(r => r.Warnings).ToList();
            var read = $"{n} {(n == 1 ? "person" : "people")} in {organisations} {(organisations == 1 ? "organisation" : "organisations")}";
            var twice = rosters.GroupBy(r => r.Organisation.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
            return twice is not null ? new DoctorCheck("roster", DoctorState.Warning, path, $"{read}; two files are about '{twice}'", "keep one file per organisation")
                : warnings.Count > 0 ? new DoctorCheck("roster", DoctorState.Warning, path, $"{read}; {warnings[0]}", "correct or remove that key")
                : new DoctorCheck("roster", DoctorState.Ok, path, read);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("roster", DoctorState.Failed, path, e.Message, "mend what it names; until then the service refuses to start");
        }
    }
}
