using MentorBot.Coaching;

namespace MentorBot.Tests.Campaigns;

/// <summary>Stands in for the steps before: makes values known to a small flow under test.</summary>
internal sealed class FlowKnown(IReadOnlyDictionary<string, FlowValue> values) : IStepKind
{
    public string Kind => "known";

    public static FlowKnown Of(params (string Name, FlowValue Value)[] values) => new(values.ToDictionary(v => v.Name, v => v.Value));

    public StepShape Shape(Step step) => new() { Writes = [.. values.Keys] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in values)
        {
            walk.Set(name, value);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
