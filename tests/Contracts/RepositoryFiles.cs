using System.Runtime.CompilerServices;

namespace MentorBot.Tests.Contracts;

/// <summary>Files of the repository that are not copied beside the tests.</summary>
internal static class RepositoryFiles
{
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root(), .. parts]);

    public static string Schema(string name) => Path("tests", "Contracts", "schemas", name);

    private static string Root([CallerFilePath] string path = "") => new FileInfo(path).Directory!.Parent!.Parent!.FullName;
}
