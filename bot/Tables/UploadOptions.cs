using System.ComponentModel.DataAnnotations;

namespace MentorBot.Tables;

internal sealed class UploadOptions
{
    public const string Section = "Readouts";

    /// <summary>Largest file that is read.</summary>
    [Range(1, 1024, ErrorMessage = "Readouts:MaxUploadMb must be between 1 and 1024.")]
    public int MaxUploadMb { get; init; } = 50;
}
