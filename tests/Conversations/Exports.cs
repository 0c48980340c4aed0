using MentorBot.Messages;

namespace MentorBot.Tests.Conversations;

/// <summary>Files that a talk sends: the example exports, or those kept beside the talks.</summary>
internal static class Exports
{
    public static string Find(string name)
    {
        var example = PromptsFolder.BesideTheBinary.Combine("examples", name);
        return File.Exists(example) ? example : Path.Combine(Talks.Folder, "files", name);
    }
}
