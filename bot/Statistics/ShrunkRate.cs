namespace MentorBot.Statistics;

/// <summary>A unit's rate after what all units together say about it; see <see cref="Shrinkage"/>.</summary>
/// <param name="Raw">Events over exposure; 0 without exposure.</param>
/// <param name="Shrunk">Between <paramref name="Raw"/> and the common rate.</param>
/// <param name="Range">Of the unit's true rate; infinite above only when no unit has any exposure.</param>
/// <param name="Weight">Of the unit's own rate in <paramref name="Shrunk"/>, 0 to 1; the rest is the common rate's.</param>
internal sealed record ShrunkRate(double Raw, double Shrunk, Interval Range, double Weight);
