using System.ComponentModel.DataAnnotations;
using MentorBot.Storage;

namespace MentorBot.Tables;

internal sealed class UploadOptions
{
    public const string Section = "Readouts";

    /// <summary>Largest file that is kept and read, in millions of bytes, as people's file managers count.</summary>
    [Range(1, 1024, ErrorMessage = "Readouts:MaxUploadMb must be between 1 and 1024.")]
    public int MaxUploadMb { get; init; } = 50;

    public UploadLimit ToLimit() => UploadLimit.OfMegabytes(MaxUploadMb);
}
