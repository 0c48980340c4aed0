using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>Words that a flow lists under a step ("hypothesis.because": beginnings of words), looked for in what somebody typed.</summary>
internal static class StepWords
{
    public static bool Says(FlowWalk walk, Step step, string list, string text) => Count(walk, step, list, text) > 0;

    /// <returns>How many different words of the list the text holds.</returns>
    public static int Count(FlowWalk walk, Step step, string list, string text)
    {
        var said = $" {ChoiceMatcher.Fold(text)} ";
        return walk.Flow.In(walk.Voice).List($"{step.Id}.{list}").Select(w => " " + ChoiceMatcher.Fold(w)).Distinct().Count(w => said.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>What stands before the first word of the list; all of the text where there is none.</summary>
    public static string Before(FlowWalk walk, Step step, string list, string text)
    {
        var said = " " + ChoiceMatcher.Fold(text);
        return At(walk, step, list, said) is >= 0 and var at ? said[..at] : said;
    }

    /// <summary>What stands after the first word of the list; all of the text where there is none.</summary>
    public static string After(FlowWalk walk, Step step, string list, string text)
    {
        var said = " " + ChoiceMatcher.Fold(text);
        return At(walk, step, list, said) is >= 0 and var at ? said[(at + 1)..] : said;
    }

    private static int At(FlowWalk walk, Step step, string list, string folded) =>
        walk.Flow.In(walk.Voice).List($"{step.Id}.{list}").Select(w => folded.IndexOf(" " + ChoiceMatcher.Fold(w), StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
}
