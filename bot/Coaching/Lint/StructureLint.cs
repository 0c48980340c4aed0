using System.Text.RegularExpressions;

namespace MentorBot.Coaching;

/// <summary>flow.yaml: steps that exist, can be reached, lead on, and know the names they use.</summary>
internal sealed partial class StructureLint(Flow flow, string folder, StepKinds kinds)
{
    public IEnumerable<LintProblem> Check()
    {
        var problems = new List<LintProblem>();
        if (Path.GetFileName(folder) != flow.Id)
        {
            problems.Add(new LintProblem($"{folder}/{FlowSource.Structure}", null, $"the id is '{flow.Id}' but the folder is '{Path.GetFileName(folder)}'", "give both the same name"));
        }

        foreach (var twice in flow.Steps.GroupBy(s => s.Id).Where(g => g.Count() > 1))
        {
            problems.Add(At(twice.Last(), $"the id is used {twice.Count()} times", "give every step an id of its own"));
        }

        var known = KnownNames(flow, kinds);
        foreach (var step in flow.Steps)
        {
            problems.AddRange(CheckStep(step, known));
        }

        var reached = Reached();
        problems.AddRange(flow.Steps.Where(s => !reached.Contains(s.Id)).DistinctBy(s => s.Id).Select(s => At(s, "no step leads here", "name it in a 'next', 'go', 'else', 'yes' or 'no', or remove it")));
        problems.AddRange(flow.Steps.Where(s => !IsQuestion(s) && GoesRound(s)).DistinctBy(s => s.Id).Take(1)
            .Select(s => At(s, "the flow goes round here without ever asking", "put a question into the loop, or let it lead out")));
        return problems;
    }

    /// <summary>Every name that an expression or a sentence of the flow may use.</summary>
    public static HashSet<string> KnownNames(Flow flow, StepKinds kinds) =>
    [
        .. FlowValues.BuiltIns,
        .. flow.Steps.Where(s => kinds.Find(s.Kind)?.Shape(s).IsQuestion == true).Select(s => s.Id),
        .. flow.Steps.SelectMany(s => kinds.Find(s.Kind)?.Shape(s).Writes ?? []),
    ];

    private IEnumerable<LintProblem> CheckStep(Step step, HashSet<string> known)
    {
        if (!IdShape().IsMatch(step.Id))
        {
            yield return At(step, "an id may hold only small letters, digits and underscores", "rename it, for example 'first_question'");
        }

        if (kinds.Find(step.Kind) is not { } kind)
        {
            yield return At(step, $"the kind '{step.Kind}' is unknown", "write one of " + string.Join(", ", kinds.Names));
            yield break;
        }

        var shape = kind.Shape(step);
        foreach (var (what, fix) in shape.Problems)
        {
            yield return At(step, what, fix);
        }

        foreach (var target in shape.Targets.Append(step.Next ?? step.Id).Concat(step.Map("jump").Select(j => j.Value)).Where(t => t.Length > 0 && flow.Find(t) is null).Distinct())
        {
            yield return At(step, $"it goes to '{target}', which is not a step", "name a step of this flow");
        }

        foreach (var expression in shape.Expressions.Append(step.When ?? "").Where(e => e.Length > 0))
        {
            foreach (var problem in CheckExpression(step, expression, known))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<LintProblem> CheckExpression(Step step, string expression, HashSet<string> known)
    {
        Expression? parsed = null;
        string? wrong = null;
        try
        {
            parsed = Expression.Parse(expression);
        }
        catch (FormatException e)
        {
            wrong = e.Message;
        }

        return wrong is not null
            ? [At(step, $"this is no expression: {wrong}", "use numbers, names, 'texts', + - * /, comparisons, and, or, not, known(), has()")]
            : parsed!.Names.Where(n => !known.Contains(n)).Select(n => At(step, $"the variable '{n}' is unknown", "use the id of a question, or a name that a step sets"));
    }

    private HashSet<string> Reached()
    {
        var reached = new HashSet<string>();
        var open = new Queue<Step>([flow.First]);
        while (open.TryDequeue(out var step))
        {
            if (reached.Add(step.Id))
            {
                foreach (var next in Following(step).Concat(step.Map("jump").Select(j => flow.Find(j.Value)).OfType<Step>()))
                {
                    open.Enqueue(next);
                }
            }
        }

        return reached;
    }

    /// <summary>True when a way of steps that ask nothing comes back to where it began.</summary>
    private bool GoesRound(Step start)
    {
        var seen = new HashSet<string>();
        var open = new Stack<Step>(Following(start).Where(s => !IsQuestion(s)));
        while (open.TryPop(out var step))
        {
            if (step.Id == start.Id)
            {
                return true;
            }

            if (seen.Add(step.Id))
            {
                foreach (var next in Following(step).Where(s => !IsQuestion(s)))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private IEnumerable<Step> Following(Step step)
    {
        var shape = kinds.Find(step.Kind)?.Shape(step) ?? new StepShape();
        var ids = shape.Targets.Where(t => t.Length > 0).Select(flow.Find);
        return (shape.FallsThrough || step.When is not null ? ids.Append(step.Next is { } next ? flow.Find(next) : flow.Below(step)) : ids).OfType<Step>();
    }

    private bool IsQuestion(Step step) => kinds.Find(step.Kind)?.Shape(step).IsQuestion == true;

    private LintProblem At(Step step, string what, string fix) => new($"{folder}/{FlowSource.Structure}:{step.Line}", step.Id, what, fix);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex IdShape();
}
