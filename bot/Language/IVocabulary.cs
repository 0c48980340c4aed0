namespace MentorBot.Language;

/// <summary>
/// Open set: what a room wants to be understood by. A flow brings the ways into its mission, the KPI dictionary brings the names of its KPIs;
/// Language learns them at start without knowing either room.
/// </summary>
internal interface IVocabulary
{
    /// <param name="locale">"fr" or "en".</param>
    IEnumerable<Phrases> Said(string locale);
}

/// <param name="Gesture">Mission or Define.</param>
/// <param name="Subject">Mission id or KPI id.</param>
/// <param name="Said">For a mission: whole example sentences. For a KPI: its names ("taux de clic", "ctr").</param>
internal sealed record Phrases(Gesture Gesture, string Subject, IReadOnlyList<string> Said);
