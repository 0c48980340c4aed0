namespace MentorBot.Storage;

/// <summary>The one place that makes ids: version-7 GUIDs, so that they sort by time.</summary>
internal sealed class Ids(TimeProvider time)
{
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
