namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>What a notification shows of a message.</summary>
internal static class Toast
{
    private const int Most = 140;

    /// <returns>The first line, cut after a word.</returns>
    public static string Of(string plain)
    {
        var line = plain.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
        if (line.Length <= Most)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', Most, Most / 2) is > 0 and var space ? space : char.IsHighSurrogate(line[Most - 1]) ? Most - 1 : Most;
        return line[..end].TrimEnd() + "…";
    }
}
