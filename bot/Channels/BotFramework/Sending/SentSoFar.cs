namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// The activities of one delivery that the connector has accepted, in order; kept as the delivery's ChannelRef, so that a next try goes on with the next activity.
/// As text: their ids with a space between, "-" for one that came without an id. A single activity is thus its plain id.
/// </summary>
internal sealed class SentSoFar
{
    private const string NoId = "-";

    private readonly List<string> _ids;

    private SentSoFar(List<string> ids) => _ids = ids;

    public int Count => _ids.Count;

    /// <param name="channelRef">Null or empty: nothing yet.</param>
    public static SentSoFar Of(string? channelRef) => new([.. (channelRef ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <param name="id">Null where the connector gave none.</param>
    public void Add(string? id) => _ids.Add(string.IsNullOrWhiteSpace(id) ? NoId : id.Replace(" ", "%20", StringComparison.Ordinal));

    /// <returns>Null when there is nothing.</returns>
    public string? ToChannelRef() => _ids.Count == 0 ? null : string.Join(' ', _ids);

    /// <summary>The ids that are known, for an update or a deletion.</summary>
    public IEnumerable<string> Ids => _ids.Where(i => i != NoId).Select(i => i.Replace("%20", " ", StringComparison.Ordinal));
}
