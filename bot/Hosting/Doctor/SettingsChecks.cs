using System.ComponentModel.DataAnnotations;
using MentorBot.Channels.BotFramework;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tables;

namespace MentorBot.Hosting;

/// <summary>Every section of ours: values that can be used, keys that are known. Names keys, never values.</summary>
internal static class SettingsChecks
{
    /// <summary>The options that read a section.</summary>
    private static readonly Dictionary<string, Type[]> Sections = new()
    {
        [HostingOptions.Section] = [typeof(HostingOptions)],
        [StorageOptions.Section] = [typeof(StorageOptions)],
        [PeopleOptions.Section] = [typeof(PeopleOptions)],
        [UploadOptions.Section] = [typeof(UploadOptions)],
        [BotFrameworkOptions.Section] = [typeof(BotFrameworkOptions)],
    };

    /// <returns>Only what is wrong or doubtful.</returns>
    public static IEnumerable<DoctorCheck> Of(IConfiguration configuration)
    {
        foreach (var (section, options) in Sections)
        {
            foreach (var type in options)
            {
                if (Problem(configuration, section, type) is { } problem)
                {
                    yield return new DoctorCheck("settings", DoctorState.Failed, section, problem, $"correct it in appsettings.json or in an environment variable {section}__…");
                }
            }

            var known = options.SelectMany(t => t.GetProperties()).Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var key in configuration.GetSection(section).GetChildren().Select(c => c.Key).Where(k => !known.Contains(k)))
            {
                yield return new DoctorCheck("settings", DoctorState.Warning, $"{section}:{key}", "no such setting; it is ignored", $"write one of {string.Join(", ", known.Order(StringComparer.Ordinal))}, or remove it");
            }
        }

        if (RunsProblem(configuration) is { } runs)
        {
            yield return new DoctorCheck("settings", DoctorState.Failed, "Runs", runs, "correct it, or remove it to run all loops");
        }
    }

    /// <returns>Null when the section cannot be read.</returns>
    public static T? TryRead<T>(IConfiguration configuration, string section)
        where T : class, new() => Problem(configuration, section, typeof(T)) is null ? configuration.GetSection(section).Get<T>() ?? new T() : null;

    private static string? Problem(IConfiguration configuration, string section, Type type)
    {
        object options;
        try
        {
            options = configuration.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!;
        }
        catch (InvalidOperationException)
        {
            // The binder's message quotes the value, and a value may be a secret in the wrong place.
            return "a value is of the wrong kind (a word where a number belongs, or the like)";
        }

        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true) ? null : string.Join(" ", problems.Select(p => p.ErrorMessage));
    }

    private static string? RunsProblem(IConfiguration configuration)
    {
        try
        {
            Runs.From(configuration);
            return null;
        }
        catch (StartRefused e)
        {
            return e.Message.StartsWith("Runs: ", StringComparison.Ordinal) ? e.Message["Runs: ".Length..] : e.Message;
        }
    }
}
