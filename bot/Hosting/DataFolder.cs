namespace MentorBot.Hosting;

/// <param name="Path">Absolute.</param>
internal sealed record DataFolder(string Path);
