namespace MentorBot.Coaching;

/// <summary>"Just the number": a flow's own sentence with its figure, as soon as everything in it is known.</summary>
internal static class FlowNumber
{
    /// <param name="word">"number" or "why".</param>
    /// <returns>Null when the flow has no such sentence, or its figure is not known yet.</returns>
    public static string? Say(FlowWalk walk, string word) =>
        walk.Flow.In(walk.Voice).Find(word) is { } wording
        && TemplateNames.In(wording.For(walk.Voice.Form)).All(n => walk.Lookup(TemplateNames.Variable(n)) is not null)
            ? walk.Word(word)
            : null;
}
