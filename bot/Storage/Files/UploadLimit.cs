namespace MentorBot.Storage;

/// <summary>Largest upload that a channel keeps, in bytes (setting Readouts:MaxUploadMb).</summary>
internal sealed record UploadLimit(long Bytes);
