namespace MentorBot.Hosting;

/// <summary>Where this process was started from.</summary>
internal static class Surroundings
{
    /// <summary><c>dotnet run</c> from source is Development without any launch settings; a published service is Production, as .NET has it.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (RunsFromSource ? Environments.Development : Environments.Production);

    private static bool RunsFromSource => File.Exists(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "MentorBot.csproj"));
}
