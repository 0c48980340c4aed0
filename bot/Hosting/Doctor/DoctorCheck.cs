namespace MentorBot.Hosting;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Where">A setting's key, a file or a folder; never a secret.</param>
/// <param name="Fix">What to do; null when there is nothing to do.</param>
internal sealed record DoctorCheck(string Name, DoctorState State, string Where, string What, string? Fix = null);

internal enum DoctorState
{
    Ok,

    /// <summary>The service runs; somebody should look.</summary>
    Warning,

    /// <summary>The service would not start, or could not answer anybody.</summary>
    Failed,
}
