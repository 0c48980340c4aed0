namespace MentorBot.Coaching;

/// <summary>Every kind that some room has plugged in.</summary>
internal sealed class StepKinds(IEnumerable<IStepKind> kinds)
{
    private readonly Dictionary<string, IStepKind> _kinds = kinds.ToDictionary(k => k.Kind);

    public IEnumerable<string> Names => _kinds.Keys.Order(StringComparer.Ordinal);

    public IStepKind? Find(string kind) => _kinds.GetValueOrDefault(kind);

    /// <exception cref="InvalidOperationException">No such kind; the lint would have said so.</exception>
    public IStepKind Of(Step step) => Find(step.Kind) ?? throw new InvalidOperationException($"The step '{step.Id}' is of the unknown kind '{step.Kind}'.");
}
