namespace MentorBot.Pages;

/// <summary>What became of a set of choices.</summary>
/// <param name="Open">It may still be pressed.</param>
/// <param name="Picked">The values that were pressed; empty while open, and where the talk went on without a press.</param>
internal sealed record ChoiceState(bool Open, IReadOnlyList<string> Picked);
