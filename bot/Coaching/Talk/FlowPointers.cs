namespace MentorBot.Coaching;

/// <summary>Which of the flows of one mission a message is about: each flow lists beginnings of words ("points-to") that only its own askers use; one of its own ways in ("ways-in"), word for word, is its own.</summary>
internal static class FlowPointers
{
    /// <returns>Null when no flow is pointed to, or two are equally.</returns>
    public static Flow? Of(IEnumerable<Flow> flows, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var said = $" {ChoiceMatcher.Fold(text)} ";
        if (flows.Where(f => f.Words.Values.SelectMany(w => w.List("ways-in")).Any(w => said == $" {ChoiceMatcher.Fold(w)} ")).Take(2).ToList() is [var own])
        {
            return own;
        }

        var pointed = flows.Select(f => (Flow: f, Times: f.Words.Values.SelectMany(w => w.List("points-to")).Select(p => " " + ChoiceMatcher.Fold(p)).Distinct().Count(p => said.Contains(p, StringComparison.Ordinal))))
            .OrderByDescending(p => p.Times).Take(2).ToList();
        return pointed switch
        {
            [{ Times: > 0 } only] => only.Flow,
            [{ Times: > 0 } first, var second] when first.Times > second.Times => first.Flow,
            _ => null,
        };
    }
}
