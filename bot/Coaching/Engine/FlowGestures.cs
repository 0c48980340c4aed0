using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>What is said about a flow instead of to its question: stop, pause, back, skip, "no wait, it was 12".</summary>
internal sealed class FlowGestures(StepKinds kinds, FlowPath path)
{
    private readonly FlowCorrections _corrections = new(kinds);

    public async ValueTask CommandAsync(FlowWalk walk, FlowInput.Command command, CancellationToken cancellationToken)
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
                path.AskOpen(walk);
                break;
            case Gesture.ShowArithmetic:
                walk.Say(FlowNumber.Say(walk, "why") ?? walk.T("coaching.flow.no-number"), joinNext: true);
                path.AskOpen(walk);
                break;
            case Gesture.WhyAsked:
                if (WhyAsked(walk) is { } because)
                {
                    walk.Say(because, joinNext: true);
                }

                path.AskOpen(walk);
                break;
            case Gesture.DefineWord:
                walk.Say(walk.T("coaching.flow.no-such-word"), joinNext: true);
                path.AskOpen(walk);
                break;
            case Gesture.Help:
                walk.Say(walk.T("coaching.flow.help", name), joinNext: true);
                path.AskOpen(walk);
                break;
            case Gesture.Correct:
                if (_corrections.Find(walk, command.Text) is var (which, raw))
                {
                    await CorrectAsync(walk, (which, raw), cancellationToken);
                }
                else if (_corrections.Unclear(walk, command.Text))
                {
                    path.AskOpen(walk);
                }
                else
                {
                    Back(walk);
                }

                break;
            default:
                path.AskOpen(walk);
                break;
        }
    }

    /// <summary>True when figures are named and none of them is in an answer.</summary>
    public bool CorrectsNothing(FlowWalk walk, string text) => _corrections.NamesNothingGiven(walk, text);

    public void OpenAgain(FlowWalk walk, string step)
    {
        walk.State = walk.State with { Step = step, Serial = walk.State.Serial + 1, Misses = 0, Pending = null };
        if (walk.Flow.Find(step) is { } found && walk.AnswerTo(found) is { Assumed: false, Value.Plain: not null } answer)
        {
            walk.Say(walk.T("coaching.flow.you-said", ("label", walk.Word(found, "label")), ("answer", _corrections.Shown(walk, found, answer))), joinNext: true);
        }

        path.AskOpen(walk);
    }

    /// <summary><see cref="FlowCorrections.Restated"/></summary>
    public (string Step, string Raw)? Restated(FlowWalk walk, Step open, string text) => _corrections.Restated(walk, open, text);

    public async ValueTask CorrectAsync(FlowWalk walk, (string Step, string Raw)? correction, CancellationToken cancellationToken)
    {
        if (correction is not var (id, raw) || walk.Flow.Find(id) is not { } step || kinds.Of(step) is not IQuestionKind kind)
        {
            path.AskOpen(walk);
            return;
        }

        var before = walk.State;
        var at = walk.Said;
        walk.State = walk.State with { Pending = null };
        if (!await kind.AnswerAsync(walk, step, new FlowInput.Typed(raw, Understood.Nothing), cancellationToken))
        {
            walk.State = walk.State with { Step = step.Id, Serial = walk.State.Serial + 1 };
            path.AskOpen(walk);
            return;
        }

        // What changed is said before the question that is then open, but is known only after the walk.
        await path.GoOnAsync(walk, ask: true, cancellationToken);
        walk.SayAt(at, _corrections.WhatChanged(walk, step, before, walk.State));
    }

    public static bool CanPassOver(Step step) => step.Optional || step.Text("default") is not null;

    public static FlowInput.Command OfButton(string gesture, string label) => gesture.Split(':', 2) switch
    {
        ["go", var step] => new(Gesture.ReturnTo, label, step),
        ["skip"] => new(Gesture.Skip, label),
        ["why"] => new(Gesture.ShowArithmetic, label),
        ["number"] => new(Gesture.JustNumber, label),
        _ => new(Gesture.Repeat, label),
    };

    /// <summary>The flow's own reason for the question (<c>because</c>), else what holds for every question.</summary>
    private string? WhyAsked(FlowWalk walk)
    {
        if (path.OpenQuestion(walk) is not var (step, _))
        {
            return null;
        }

        var because = walk.Word(step, "because") ?? walk.T("coaching.flow.because", ("label", walk.Word(step, "label")));
        return CanPassOver(step) ? $"{because} {walk.T("coaching.flow.may-skip")}" : because;
    }

    private async ValueTask ResumeAsync(FlowWalk walk, CancellationToken cancellationToken)
    {
        walk.Say(walk.T("coaching.flow.resumed", ("name", walk.Word("name"))), joinNext: true);
        if (path.OpenQuestion(walk) is not var (step, _) || walk.AnswerTo(step) is not null)
        {
            await path.GoOnAsync(walk, ask: true, cancellationToken);
        }
        else
        {
            path.AskOpen(walk);
        }
    }

    private void Back(FlowWalk walk)
    {
        var trail = walk.State.Trail;
        var here = walk.State.Step is { } now && trail.Contains(now) ? trail.IndexOf(now) : trail.Count;
        if (here <= 0)
        {
            walk.Say(walk.T("coaching.flow.at-first"), joinNext: true);
            path.AskOpen(walk);
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

        if (_corrections.StillToCome(walk, words) is { } later)
        {
            walk.Say(walk.T("coaching.flow.still-to-come", ("label", later.Length > 0 ? later : null)), joinNext: true);
            path.AskOpen(walk);
            return;
        }

        var given = _corrections.Answered(walk);
        if (given.Count > 0)
        {
            walk.Say([new TextPart(walk.T("coaching.flow.return-where")), walk.Choices([.. given.Select(s => new Choice("@go:" + s.Id, walk.Word(s, "label") ?? s.Id))])]);
        }
        else
        {
            path.AskOpen(walk);
        }
    }

    private async ValueTask SkipAsync(FlowWalk walk, CancellationToken cancellationToken)
    {
        if (path.OpenQuestion(walk) is not var (step, _))
        {
            await path.GoOnAsync(walk, ask: true, cancellationToken);
        }
        else if (CanPassOver(step))
        {
            var value = step.Text("default") is { } expression ? walk.Evaluate(expression) : null;
            walk.Keep(step, "", value ?? FlowValue.Nothing, assumed: true);
            walk.State = walk.State with { Misses = 0 };
            await path.GoOnAsync(walk, ask: true, cancellationToken);
        }
        else
        {
            walk.Say(walk.T("coaching.flow.cannot-skip"), joinNext: true);
            path.AskOpen(walk);
        }
    }
}
