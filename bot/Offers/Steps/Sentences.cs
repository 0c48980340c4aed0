using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>Names that a step gives to the sentences of the flow.</summary>
internal static class Sentences
{
    /// <summary>What is not known, or is no number a person can read, stays unknown.</summary>
    public static void Number(FlowWalk walk, string name, double? value, string? unit = null) =>
        walk.Set(name, value is { } v && double.IsFinite(v) ? FlowValue.Of(v, unit) : null);

    public static void Day(FlowWalk walk, string name, DateOnly? value) => walk.Set(name, value is { } v ? FlowValue.Of(v) : null);

    public static void Text(FlowWalk walk, string name, string? value) => walk.Set(name, value is { Length: > 0 } ? FlowValue.Of(value) : null);

    public static double? NumberOf(FlowWalk walk, string name) => walk.Lookup(name)?.Number;
}
