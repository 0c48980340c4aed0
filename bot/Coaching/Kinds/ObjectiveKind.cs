namespace MentorBot.Coaching;

/// <summary>Links the flow to the first objective in force for the person, known as <c>objective</c>. Passed over while there is none.</summary>
internal sealed class ObjectiveKind(IEnumerable<IObjectives> objectives) : IStepKind
{
    public string Kind => "objective";

    public StepShape Shape(Step step) => new() { Writes = ["objective"] };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            foreach (var source in objectives)
            {
                if (await source.InForceAsync(walk.Talk.PersonId, walk.Talk.Today, cancellationToken) is [var first, ..])
                {
                    walk.Set("objective", FlowValue.Of($"{first.Code} {first.Title}"));
                }
            }

            walk.Mark(step);
        }

        return new StepResult.Go();
    }
}
