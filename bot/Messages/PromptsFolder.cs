namespace MentorBot.Messages;

/// <summary>Where flows, texts, the KPI dictionary and the example exports are: beside the binary.</summary>
internal sealed record PromptsFolder(string Path)
{
    public static readonly PromptsFolder BesideTheBinary = new(System.IO.Path.Combine(AppContext.BaseDirectory, "prompts"));

    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
