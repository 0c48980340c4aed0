namespace MentorBot.Coaching;

/// <summary>Goes where the first true condition says: <c>cases: [{if: "cpa > 40", go: dear}]</c>, <c>else: cheap</c>.</summary>
internal sealed class BranchKind : IStepKind
{
    public string Kind => "branch";

    public StepShape Shape(Step step) => new()
    {
        FallsThrough = false,
        Targets = [.. Cases(step).Select(c => c.Go), .. step.Text("else") is { } other ? [other] : Array.Empty<string>()],
        Expressions = [.. Cases(step).Select(c => c.If)],
        Problems =
        [
            .. Cases(step).Any(c => c.If.Length == 0 || c.Go.Length == 0) || Cases(step).Count == 0
                ? [("a case has no 'if:' or no 'go:'", "write each case as {if: an expression, go: a step}")] : Array.Empty<(string, string)>(),
            .. step.Text("else") is null ? [("no branch is left when no condition holds", "add 'else:' with a step")] : Array.Empty<(string, string)>(),
        ],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(new StepResult.Go(Cases(step).Where(c => walk.IsTrue(c.If)).Select(c => c.Go).FirstOrDefault() ?? step.Text("else")));

    private static List<(string If, string Go)> Cases(Step step) =>
        [.. step.Maps("cases").Select(c => (c.FirstOrDefault(p => p.Name == "if").Value ?? "", c.FirstOrDefault(p => p.Name == "go").Value ?? ""))];
}
