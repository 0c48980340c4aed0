namespace MentorBot.Offers;

/// <summary>A planned test with what was read of it so far. The plan itself never changes; a result may have moved its dates: extended once by the rule, or started again after a broken split.</summary>
/// <param name="Results">Oldest first.</param>
internal sealed record KeptTest(OfferTest Test, IReadOnlyList<OfferResult> Results)
{
    private OfferResult? LastMove => Results.LastOrDefault(r => r.NewReadOn is not null);

    public DateOnly Starts => Results.LastOrDefault(r => r.NewStart is not null)?.NewStart ?? Test.Starts;

    public DateOnly Ends => LastMove?.NewEnd ?? Test.Ends;

    public DateOnly ReadOn => LastMove?.NewReadOn ?? Test.ReadOn;

    public bool Closed => Results.Any(r => r.Closes);

    /// <summary>"Extend once" has been used.</summary>
    public bool Extended => SinceStart.Any(r => r.NewReadOn is not null);

    /// <summary>Readings of the people who are in it now: each is a look. One before a new start looked at others.</summary>
    public int Looks => SinceStart.Count();

    private IEnumerable<OfferResult> SinceStart => Results.Skip(1 + Results.Select((r, i) => r.NewStart is null ? -1 : i).DefaultIfEmpty(-1).Max()).Where(r => !r.Invalid);

    public OfferTestState StateOn(DateOnly day) =>
        Closed ? OfferTestState.Read : day >= ReadOn ? OfferTestState.Due : day > Ends ? OfferTestState.Maturing : day >= Starts ? OfferTestState.Running : OfferTestState.Planned;
}
