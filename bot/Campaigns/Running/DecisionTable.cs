namespace MentorBot.Campaigns;

/// <summary>
/// The one thing that the signs support, first line that holds. Counting before costs; what loses beyond chance before what is unknown; what cannot be said before what may be raised. Cut: only
/// what is wholly above its break-even, on enough events, and still is. Scale: only what pays on a sound count, with no sign that the next euro does not. Source: facts/coaching.md 6.5, ADR 0014.
/// </summary>
internal static class DecisionTable
{
    /// <returns>The action, and the code of its reason.</returns>
    public static (CampaignAction Action, string Why) For(CampaignSigns s) => Counted(s) ?? Cut(s) ?? Silent(s) ?? Before(s) ?? Money(s);

    private static (CampaignAction, string)? Counted(CampaignSigns s) => s.Counting switch
    {
        Counting.Broken => (CampaignAction.Fix, "broken"),
        Counting.Contradicts => (CampaignAction.Fix, "doubt"),
        Counting.Jumped => (CampaignAction.Fix, "jumped"),

        // What is too dear by both counts is too dear.
        Counting.Misses when !(s is { Standing: Standing.Loses, ByAnalytics: Standing.Loses }) => (CampaignAction.Fix, "misses"),
        _ => null,
    };

    private static (CampaignAction, string)? Cut(CampaignSigns s) => s switch
    {
        // People left out at random say more than any count.
        { Lift: Standing.Loses } => (CampaignAction.Cut, "lift-loses"),
        { Short: true, Volume: Volume.Enough, Standing: not Standing.Unknown } => (CampaignAction.Hold, "short"),
        { Losers: Losers.Some, Short: false } => (CampaignAction.Cut, "losing-campaigns"),
        { Standing: not Standing.Loses } or { Volume: not Volume.Enough } => null,
        { Turn: Turn.Better } => (CampaignAction.Hold, "improved"),
        { StillRising: true } => (CampaignAction.Hold, "still-rising"),
        { Lift: Standing.Pays } => (CampaignAction.Hold, "lift-against"),
        { LastStep: LastStep.Loses, LowerLevelPays: true } => (CampaignAction.Cut, "last-step"),
        { Losers: Losers.Rest } => (CampaignAction.Cut, "losing-rest"),
        { Losers: Losers.BesidePayer } => (CampaignAction.Hold, "beside-payer"),
        _ => (CampaignAction.Cut, "losing"),
    };

    private static (CampaignAction, string)? Silent(CampaignSigns s) => s switch
    {
        { Volume: Volume.None } => (CampaignAction.Hold, "no-sale-yet"),
        { Volume: Volume.Few, Wait: Wait.TooLong } => (CampaignAction.Test, s.Standing == Standing.Loses ? "few-and-dear" : "too-slow"),
        { Volume: Volume.Few } => (CampaignAction.Hold, s.Standing == Standing.Loses ? "few-and-dear" : "too-few"),
        { Standing: Standing.Unknown } => (CampaignAction.Hold, "no-break-even"),
        _ => null,
    };

    private static (CampaignAction, string)? Before(CampaignSigns s) => s switch
    {
        { Tired: true } => (CampaignAction.Fix, "tired"),
        { Lift: Standing.Open } => (CampaignAction.Test, "lift-open"),
        { Lift: not Standing.Pays, Doubt: Doubt.Harvested } => (CampaignAction.Test, "harvested"),
        { Lift: not Standing.Pays, Doubt: Doubt.Gap } => (CampaignAction.Test, "gap"),
        { LastStep: LastStep.Loses } => (CampaignAction.Hold, "saturated"),
        _ => null,
    };

    private static (CampaignAction, string) Money(CampaignSigns s) => s switch
    {
        { Standing: Standing.Pays, Turn: Turn.Worse } => (CampaignAction.Hold, "worsened"),
        { Standing: Standing.Pays, NothingToRaise: true } => (CampaignAction.Hold, "nothing-to-raise"),
        { Standing: Standing.Pays, LastStep: LastStep.Pays } => (CampaignAction.Scale, "room"),
        { Standing: Standing.Pays } => (CampaignAction.Scale, "first-step"),
        { Wait: Wait.TooLong } => (CampaignAction.Test, "open-too-slow"),
        _ => (CampaignAction.Hold, "open"),
    };
}
