namespace MentorBot.Campaigns;

/// <summary>A test that could show what the campaign adds, with its size. Source: facts/statistics.md 3.3.</summary>
/// <param name="Days">How long at the present pace; null where only a minimum is known.</param>
/// <param name="Evidence">What its sentences mention: lift, exposed, heldOut, geos, sales at stake…</param>
internal sealed record LiftTest(LiftTestKind Kind, Feasibility Feasible, int? Days, IReadOnlyDictionary<string, object?> Evidence);

internal enum Feasibility
{
    Yes,

    /// <summary>If the account can split what the test splits.</summary>
    Perhaps,

    /// <summary>Not in a reasonable time at this pace.</summary>
    No,
}
