namespace MentorBot.Coaching;

/// <summary>Something that is wrong in <c>prompts/</c>, for whoever writes it.</summary>
/// <param name="File">Relative to the prompts folder, with the line where it is known: "flows/read-kpis/flow.yaml:12".</param>
/// <param name="Step">Step id or text key; null when it is about the whole file.</param>
internal sealed record LintProblem(string File, string? Step, string What, string Fix)
{
    public override string ToString() => $"{File}: {(Step is null ? "" : $"'{Step}': ")}{What}. Fix: {Fix}.";
}
