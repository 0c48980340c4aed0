using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Hosting;

/// <summary>Looks at everything that the service needs to run, and changes nothing: no schema, no file, no row.</summary>
internal sealed class Doctor(IConfiguration configuration, IHostEnvironment environment, PromptsFolder prompts, TimeProvider time)
{
    public async Task<IReadOnlyList<DoctorCheck>> ExamineAsync(CancellationToken cancellationToken)
    {
        var checks = SettingsChecks.Of(configuration).ToList();
        var refused = checks.Exists(c => c.State == DoctorState.Failed);
        var hosting = SettingsChecks.TryRead<HostingOptions>(configuration, HostingOptions.Section);
        var storage = SettingsChecks.TryRead<StorageOptions>(configuration, StorageOptions.Section);
        var people = SettingsChecks.TryRead<PeopleOptions>(configuration, PeopleOptions.Section);
        if (!refused)
        {
            checks.Insert(0, new DoctorCheck("settings", DoctorState.Ok, environment.EnvironmentName, "every setting can be used"));
        }

        var data = Path.GetFullPath(hosting?.DataFolder ?? new HostingOptions().DataFolder);
        checks.Add(FolderCheck.Of("data", "Hosting:DataFolder", data));
        checks.Add(FolderCheck.Of("keys", "Hosting:KeyRing", hosting is { KeyRing.Length: > 0 } ? Path.GetFullPath(hosting.KeyRing) : Path.Combine(data, "keys")));
        DateTimeOffset? databaseTime = null;
        var now = time.GetUtcNow();
        if (storage is not null)
        {
            (var check, databaseTime) = await StorageCheck.OfAsync(storage, data, environment.IsDevelopment(), cancellationToken);
            // Both clocks are read one after the other; the checks that follow take their time.
            now = time.GetUtcNow();
            checks.Add(check);
            if (check.State != DoctorState.Failed && await DeliveriesCheck.OfAsync(storage, data, now, cancellationToken) is { } deliveries)
            {
                checks.Add(deliveries);
            }
        }

        checks.Add(PromptsCheck.Of(prompts));
        checks.Add(RosterCheck.Of(people ?? new PeopleOptions(), environment));
        checks.AddRange(ChannelChecks.Of(configuration, environment));
        checks.Add(ClockCheck.Of(now, databaseTime));
        return checks;
    }
}
