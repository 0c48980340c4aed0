namespace MentorBot.Hosting;

internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>Where people reach this service from outside; empty when they do not.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>The embedded database, the key ring and the locks; relative to the working folder.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>A folder that several instances share for the encryption keys; empty means "keys" in the data folder.</summary>
    public string KeyRing { get; init; } = "";
}
