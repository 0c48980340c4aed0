namespace MentorBot.Messages;

/// <summary>Where every sentence lives: the <c>prompts</c> folder beside the binary.</summary>
internal sealed record PromptsFolder(string Path);
