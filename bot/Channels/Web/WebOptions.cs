using System.ComponentModel.DataAnnotations;

namespace MentorBot.Channels.Web;

/// <summary>The part of the reading's settings that the door must know.</summary>
internal sealed class WebOptions
{
    public const string Section = "Readouts";

    /// <summary>Largest upload that is kept, in millions of bytes.</summary>
    [Range(1, 2000, ErrorMessage = "Readouts:MaxUploadMb must be between 1 and 2000.")]
    public int MaxUploadMb { get; init; } = 50;

    public long MaxUploadBytes => MaxUploadMb * 1_000_000L;
}
