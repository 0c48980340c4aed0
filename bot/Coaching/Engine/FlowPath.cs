using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Walks a flow from its start over the answers given, to the question that is open.</summary>
internal sealed class FlowPath(StepKinds kinds)
{
    /// <summary>Walks from the first step to the first question that has no answer.</summary>
    public async ValueTask GoOnAsync(FlowWalk walk, bool ask, CancellationToken cancellationToken)
    {
        Forget(walk, walk.Flow.Steps.Select(s => kinds.Of(s).Shape(s)).Where(s => s.Recomputed).SelectMany(s => s.Writes));
        var visited = new List<string>();
        for (Step? step = walk.Flow.First; step is not null;)
        {
            if (visited.Count > 1000)
            {
                throw new InvalidOperationException($"The flow '{walk.Flow.Id}' goes round without a question at '{step.Id}'.");
            }

            if (step.When is { } condition && !walk.IsTrue(condition))
            {
                step = Following(walk, step, null);
                continue;
            }

            Revisit(walk, visited, step);
            switch (await kinds.Of(step).EnterAsync(walk, step, cancellationToken))
            {
                case StepResult.Go go:
                    step = Following(walk, step, go.To);
                    break;
                case StepResult.Ask:
                    Open(walk, step);
                    if (ask)
                    {
                        AskOpen(walk);
                    }

                    return;
                case StepResult.Wait wait:
                    walk.State = walk.State with { Phase = RunPhase.Waiting, WakeAt = wait.Until, Step = step.Id };
                    return;
                default:
                    step = null;
                    break;
            }
        }

        walk.State = walk.State with { Phase = RunPhase.Closed, Step = null, Serial = walk.State.Serial + 1 };
    }

    public void AskOpen(FlowWalk walk)
    {
        if (walk.State.Pending is { } pending)
        {
            walk.Say([new TextPart(pending.Question), walk.Choices([.. pending.Options.Select((o, i) => new Choice($"{i}", o.Label))])]);
        }
        else if (OpenQuestion(walk) is var (step, kind))
        {
            walk.Say(kind.Ask(walk, step));
        }
    }

    public (Step Step, IQuestionKind Kind)? OpenQuestion(FlowWalk walk) =>
        walk.State.Step is { } id && walk.Flow.Find(id) is { } step && kinds.Of(step) is IQuestionKind kind ? (step, kind) : null;

    /// <summary>A loop came round: what was answered inside it is asked anew.</summary>
    private static void Revisit(FlowWalk walk, List<string> visited, Step step)
    {
        if (visited.IndexOf(step.Id) is >= 0 and var from)
        {
            var again = visited[from..];
            walk.State = walk.State with { Answers = walk.State.Answers.RemoveRange(again), Marks = walk.State.Marks.RemoveRange(again) };
            visited.RemoveRange(from, visited.Count - from);
        }

        visited.Add(step.Id);
    }

    private static void Forget(FlowWalk walk, IEnumerable<string> names) => walk.State = walk.State with { Values = walk.State.Values.RemoveRange(names) };

    private static Step? Following(FlowWalk walk, Step step, string? to) =>
        (to ?? step.Next) is { } id ? walk.Flow.Find(id) ?? throw new InvalidOperationException($"The step '{step.Id}' goes to '{id}', which is not there.") : walk.Flow.Below(step);

    private static void Open(FlowWalk walk, Step step)
    {
        var state = walk.State;
        walk.State = state with
        {
            Phase = RunPhase.Open,
            Step = step.Id,
            Serial = state.Serial + 1,
            Misses = 0,
            Pending = null,
            Trail = state.Trail.Contains(step.Id) ? state.Trail : state.Trail.Add(step.Id),
        };
    }
}
