using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>
/// Plays a flow: state and input in, state and messages out. Where a person stands is always found by walking the flow from its start over the answers given:
/// that is why going back, correcting and skipping need no rules of their own.
/// </summary>
internal sealed class FlowEngine(StepKinds kinds, Texts texts)
{
    private readonly FlowCorrections _corrections = new(kinds);

    /// <param name="first">An answer that came before the first question, such as a file; null asks the first question.</param>
    public async ValueTask<FlowMove> StartAsync(Flow flow, FlowTalk talk, FlowInput? first, CancellationToken cancellationToken)
    {
        var walk = new FlowWalk(flow, RunState.New, talk, texts);
        await GoOnAsync(walk, ask: first is null, cancellationToken);
        if (first is not null)
        {
            await AnswerAsync(walk, first, cancellationToken);
        }

        return walk.End();
    }

    public async ValueTask<FlowMove> HandleAsync(Flow flow, RunState state, FlowInput input, FlowTalk talk, CancellationToken cancellationToken)
    {
        var walk = new FlowWalk(flow, state, talk, texts);
        if (input is FlowInput.Command command)
        {
            await CommandAsync(walk, command, cancellationToken);
        }
        else
        {
            walk.State = walk.State with { Phase = RunPhase.Open };
            await AnswerAsync(walk, input, cancellationToken);
        }

        return walk.End();
    }

    /// <summary>The time a step waited for has come.</summary>
    public async ValueTask<FlowMove> WakeAsync(Flow flow, RunState state, FlowTalk talk, CancellationToken cancellationToken)
    {
        var walk = new FlowWalk(flow, state with { Phase = RunPhase.Open, WakeAt = null }, talk, texts);
        await GoOnAsync(walk, ask: true, cancellationToken);
        return walk.End();
    }

    public bool TakesFile(Flow flow, RunState state) =>
        state.Step is { } id && flow.Find(id) is { } step && kinds.Of(step) is IQuestionKind kind && kind.TakesFile(step);

    public bool TakesWords(Flow flow, RunState state) =>
        state.Step is { } id && flow.Find(id) is { } step && kinds.Of(step) is IQuestionKind kind && kind.TakesWords(step);

    /// <summary>True when the words are exactly what stands on a button of the open question: "Stop" may be an answer.</summary>
    public bool Offers(Flow flow, RunState state, FlowTalk talk, string words)
    {
        var walk = new FlowWalk(flow, state, talk, texts);
        var labels = state.Pending is { } pending ? pending.Options.Select(o => o.Label)
            : OpenQuestion(walk) is var (step, kind) ? kind.Ask(walk, step).OfType<ChoicesPart>().SelectMany(c => c.Choices).Select(c => c.Label)
            : [];
        return labels.Any(l => ChoiceMatcher.Fold(l) == ChoiceMatcher.Fold(words));
    }

    private async ValueTask AnswerAsync(FlowWalk walk, FlowInput input, CancellationToken cancellationToken)
    {
        if (OpenQuestion(walk) is not var (step, kind))
        {
            await GoOnAsync(walk, ask: true, cancellationToken);
            return;
        }

        if (input is FlowInput.Pressed { Values: [['@', .. var gesture], ..] } pressed)
        {
            await CommandAsync(walk, OfButton(gesture, pressed.Label), cancellationToken);
            return;
        }

        if (walk.State.Pending is { } pending)
        {
            walk.State = walk.State with { Pending = null };
            input = Settle(pending, input) ?? input;
            if (input is FlowInput.Settled { Code: "correct" } correction)
            {
                await CorrectAsync(walk, correction.Value is { List: [var which, var raw] } ? (which, raw) : null, cancellationToken);
                return;
            }
        }

        var takenBack = input is FlowInput.Settled { Value: null };
        if (await kind.AnswerAsync(walk, step, input, cancellationToken))
        {
            walk.State = walk.State with { Misses = 0, Pending = null };
            await GoOnAsync(walk, ask: true, cancellationToken);
            return;
        }

        if (walk.JumpTo is { } elsewhere)
        {
            OpenAgain(walk, elsewhere);
            return;
        }

        if (walk.State.Pending is null && !takenBack)
        {
            walk.State = walk.State with { Misses = walk.State.Misses + 1 };
            if (walk.State.Misses >= 2)
            {
                walk.Say(walk.T(CanPassOver(step) ? "coaching.flow.stuck-skip" : "coaching.flow.stuck"), joinNext: true);
            }
        }

        AskOpen(walk);
    }

    private async ValueTask CommandAsync(FlowWalk walk, FlowInput.Command command, CancellationToken cancellationToken)
    {
        var name = ("name", (object?)walk.Word("name"));
        switch (command.Gesture)
        {
            case Gesture.Stop:
                walk.State = walk.State with { Phase = RunPhase.Cancelled, Pending = null };
                walk.Say(walk.T("coaching.flow.cancelled", name));
                return;
            case Gesture.Pause:
                walk.State = walk.State with { Phase = RunPhase.Paused };
                walk.Say(walk.T("coaching.flow.paused", name));
                return;
        }

        walk.State = walk.State with { Phase = RunPhase.Open };
        switch (command.Gesture)
        {
            case Gesture.Resume:
                await ResumeAsync(walk, cancellationToken);
                break;
            case Gesture.Back:
                Back(walk);
                break;
            case Gesture.ReturnTo:
                ReturnTo(walk, command.Subject ?? command.Text);
                break;
            case Gesture.Skip:
                await SkipAsync(walk, cancellationToken);
                break;
            case Gesture.JustNumber:
                walk.Say(FlowNumber.Say(walk, "number") ?? walk.T("coaching.flow.no-number"), joinNext: true);
                AskOpen(walk);
                break;
            case Gesture.ShowArithmetic:
                walk.Say(FlowNumber.Say(walk, "why") ?? walk.T("coaching.flow.no-number"), joinNext: true);
                AskOpen(walk);
                break;
            case Gesture.Help:
                walk.Say(walk.T("coaching.flow.help", name), joinNext: true);
                AskOpen(walk);
                break;
            case Gesture.Correct:
                if (_corrections.Find(walk, command.Text) is var (which, raw))
                {
                    await CorrectAsync(walk, (which, raw), cancellationToken);
                }
                else if (_corrections.Unclear(walk, command.Text))
                {
                    AskOpen(walk);
                }
                else
                {
                    Back(walk);
                }

                break;
            default:
                AskOpen(walk);
                break;
        }
    }

    private async ValueTask ResumeAsync(FlowWalk walk, CancellationToken cancellationToken)
    {
        walk.Say(walk.T("coaching.flow.resumed", ("name", walk.Word("name"))), joinNext: true);
        if (OpenQuestion(walk) is not var (step, _) || walk.AnswerTo(step) is not null)
        {
            await GoOnAsync(walk, ask: true, cancellationToken);
        }
        else
        {
            AskOpen(walk);
        }
    }

    private void Back(FlowWalk walk)
    {
        var trail = walk.State.Trail;
        var here = walk.State.Step is { } now && trail.Contains(now) ? trail.IndexOf(now) : trail.Count;
        if (here <= 0)
        {
            walk.Say(walk.T("coaching.flow.at-first"), joinNext: true);
            AskOpen(walk);
            return;
        }

        OpenAgain(walk, trail[here - 1]);
    }

    private void ReturnTo(FlowWalk walk, string words)
    {
        if (_corrections.StepCalled(walk, words) is { } step)
        {
            OpenAgain(walk, step.Id);
            return;
        }

        var given = _corrections.Answered(walk);
        if (given.Count > 0)
        {
            walk.Say([new TextPart(walk.T("coaching.flow.return-where")), walk.Choices([.. given.Select(s => new Choice("@go:" + s.Id, walk.Word(s, "label") ?? s.Id))])]);
        }
        else
        {
            AskOpen(walk);
        }
    }

    private void OpenAgain(FlowWalk walk, string step)
    {
        walk.State = walk.State with { Step = step, Serial = walk.State.Serial + 1, Misses = 0, Pending = null };
        if (walk.Flow.Find(step) is { } found && walk.AnswerTo(found) is { Assumed: false, Value.Plain: not null } answer)
        {
            walk.Say(walk.T("coaching.flow.you-said", ("label", walk.Word(found, "label")), ("answer", _corrections.Shown(walk, found, answer))), joinNext: true);
        }

        AskOpen(walk);
    }

    private async ValueTask SkipAsync(FlowWalk walk, CancellationToken cancellationToken)
    {
        if (OpenQuestion(walk) is not var (step, _))
        {
            await GoOnAsync(walk, ask: true, cancellationToken);
        }
        else if (CanPassOver(step))
        {
            var value = step.Text("default") is { } expression ? walk.Evaluate(expression) : null;
            walk.Keep(step, "", value ?? FlowValue.Nothing, assumed: true);
            walk.State = walk.State with { Misses = 0 };
            await GoOnAsync(walk, ask: true, cancellationToken);
        }
        else
        {
            walk.Say(walk.T("coaching.flow.cannot-skip"), joinNext: true);
            AskOpen(walk);
        }
    }

    private async ValueTask CorrectAsync(FlowWalk walk, (string Step, string Raw)? correction, CancellationToken cancellationToken)
    {
        if (correction is not var (id, raw) || walk.Flow.Find(id) is not { } step || kinds.Of(step) is not IQuestionKind kind)
        {
            AskOpen(walk);
            return;
        }

        var before = walk.State;
        var at = walk.Said;
        walk.State = walk.State with { Pending = null };
        if (!await kind.AnswerAsync(walk, step, new FlowInput.Typed(raw, Understood.Nothing), cancellationToken))
        {
            walk.State = walk.State with { Step = step.Id, Serial = walk.State.Serial + 1 };
            AskOpen(walk);
            return;
        }

        // What changed is said before the question that is then open, but is known only after the walk.
        await GoOnAsync(walk, ask: true, cancellationToken);
        walk.SayAt(at, _corrections.WhatChanged(walk, step, before, walk.State));
    }

    /// <summary>Walks from the first step to the first question that has no answer.</summary>
    private async ValueTask GoOnAsync(FlowWalk walk, bool ask, CancellationToken cancellationToken)
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

    private void AskOpen(FlowWalk walk)
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

    private (Step Step, IQuestionKind Kind)? OpenQuestion(FlowWalk walk) =>
        walk.State.Step is { } id && walk.Flow.Find(id) is { } step && kinds.Of(step) is IQuestionKind kind ? (step, kind) : null;

    private static bool CanPassOver(Step step) => step.Optional || step.Text("default") is not null;

    private static FlowInput.Settled? Settle(Pending pending, FlowInput input)
    {
        var index = input switch
        {
            FlowInput.Pressed { Values: [var v, ..] } => int.TryParse(v, System.Globalization.CultureInfo.InvariantCulture, out var i) ? i : null,
            FlowInput.Typed { Understood.Gesture: Gesture.Yes } when pending.Options.Count == 2 => 0,
            FlowInput.Typed { Understood.Gesture: Gesture.No } when pending.Options.Count == 2 => 1,
            FlowInput.Typed typed => ChoiceMatcher.Match(typed.Text, [.. pending.Options.Select(o => o.Label)]),
            _ => (int?)null,
        };
        return index is { } at && at >= 0 && at < pending.Options.Count ? new FlowInput.Settled(pending.Options[at].Value, pending.Raw, pending.Code) : null;
    }

    private static FlowInput.Command OfButton(string gesture, string label) => gesture.Split(':', 2) switch
    {
        ["go", var step] => new(Gesture.ReturnTo, label, step),
        ["skip"] => new(Gesture.Skip, label),
        ["why"] => new(Gesture.ShowArithmetic, label),
        ["number"] => new(Gesture.JustNumber, label),
        _ => new(Gesture.Repeat, label),
    };
}
