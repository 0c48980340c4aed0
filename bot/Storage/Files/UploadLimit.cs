namespace MentorBot.Storage;

/// <summary>Largest upload, in bytes (setting Readouts:MaxUploadMb): what a channel keeps is what a reading takes.</summary>
internal sealed record UploadLimit(long Bytes)
{
    /// <summary>As people's file managers count, and as our pages show sizes.</summary>
    private const long Megabyte = 1_000_000;

    public static UploadLimit OfMegabytes(long megabytes) => new(megabytes * Megabyte);

    /// <summary>As it is said to a person.</summary>
    public static double Megabytes(long bytes) => (double)bytes / Megabyte;
}
