namespace MentorBot.Offers;

/// <summary>What the flow goes by after a reading, whether of rates or of averages.</summary>
/// <param name="Held">Something stands against acting on the decision today.</param>
/// <param name="Weeks">Until a tie could be settled; null when unknown.</param>
/// <param name="Best">The arm that the decision is about.</param>
internal sealed record ReadingGist(OfferDecision Decision, bool Held, bool Provisional, DateOnly? EarliestRead, double? Weeks, string Best, string Control)
{
    public bool CanBeRead => Decision != OfferDecision.Invalid;

    public static ReadingGist Of(OfferReading r) => new(r.Decision, r.Holds.Count > 0, r.Provisional, r.EarliestRead, r.Settling?.Weeks, r.Main.Name, r.Data.Control.Name);

    public static ReadingGist Of(MeanReading r) => new(r.Decision, r.Holds.Count > 0, r.Provisional, r.EarliestRead, r.Settling?.Weeks, r.Main.Name, r.Data.Control.Name);
}
