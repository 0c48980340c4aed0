using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>
/// Plays a flow: state and input in, state and messages out. Where a person stands is always found by walking the flow from its start over the answers given
/// (<see cref="FlowPath"/>): that is why going back, correcting and skipping (<see cref="FlowGestures"/>) need no rules of their own.
/// </summary>
internal sealed class FlowEngine
{
    private readonly StepKinds _kinds;
    private readonly Texts _texts;
    private readonly FlowPath _path;
    private readonly FlowGestures _gestures;

    public FlowEngine(StepKinds kinds, Texts texts)
    {
        (_kinds, _texts, _path) = (kinds, texts, new FlowPath(kinds));
        _gestures = new FlowGestures(kinds, _path);
    }

    /// <param name="first">An answer that came before the first question, such as a file; null asks the first question.</param>
    public async ValueTask<FlowMove> StartAsync(Flow flow, FlowTalk talk, FlowInput? first, CancellationToken cancellationToken)
    {
        var walk = new FlowWalk(flow, RunState.New, talk, _texts);
        await _path.GoOnAsync(walk, ask: first is null, cancellationToken);
        if (first is not null)
        {
            await AnswerAsync(walk, first, cancellationToken);
        }

        return walk.End();
    }

    public async ValueTask<FlowMove> HandleAsync(Flow flow, RunState state, FlowInput input, FlowTalk talk, CancellationToken cancellationToken)
    {
        var walk = new FlowWalk(flow, state, talk, _texts);
        if (input is FlowInput.Command { Gesture: Gesture.Correct } correction && state.Phase == RunPhase.Open && TakesWords(flow, state) && _gestures.CorrectsNothing(walk, correction.Text))
        {
            // "one month free instead of 50 % off" names figures, but none that was given: it is the answer.
            input = new FlowInput.Typed(correction.Text, Understood.Nothing);
        }

        if (input is FlowInput.Command command)
        {
            await _gestures.CommandAsync(walk, command, cancellationToken);
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
        var walk = new FlowWalk(flow, state with { Phase = RunPhase.Open, WakeAt = null }, talk, _texts);
        await _path.GoOnAsync(walk, ask: true, cancellationToken);
        return walk.End();
    }

    public bool TakesFile(Flow flow, RunState state) =>
        state.Step is { } id && flow.Find(id) is { } step && _kinds.Of(step) is IQuestionKind kind && kind.TakesFile(step);

    public bool TakesWords(Flow flow, RunState state) =>
        state.Step is { } id && flow.Find(id) is { } step && _kinds.Of(step) is IQuestionKind kind && kind.TakesWords(step);

    /// <summary>True when the words are exactly what stands on a button of the open question: "Stop" may be an answer.</summary>
    /// <param name="loosely">Any way to pick one of them by its words is enough.</param>
    public bool Offers(Flow flow, RunState state, FlowTalk talk, string words, bool loosely = false)
    {
        var walk = new FlowWalk(flow, state, talk, _texts);
        var labels = state.Pending is { } pending ? pending.Options.Select(o => o.Label)
            : _path.OpenQuestion(walk) is var (step, kind) ? kind.Ask(walk, step).OfType<ChoicesPart>().SelectMany(c => c.Choices).Select(c => c.Label)
            : [];
        return labels.ToList() is var all && (all.Exists(l => ChoiceMatcher.Fold(l) == ChoiceMatcher.Fold(words)) || (loosely && ChoiceMatcher.Match(words, all) is not null));
    }

    private async ValueTask AnswerAsync(FlowWalk walk, FlowInput input, CancellationToken cancellationToken)
    {
        if (_path.OpenQuestion(walk) is not var (step, kind))
        {
            await _path.GoOnAsync(walk, ask: true, cancellationToken);
            return;
        }

        if (input is FlowInput.Pressed { Values: [['@', .. var gesture], ..] } pressed)
        {
            await _gestures.CommandAsync(walk, FlowGestures.OfButton(gesture, pressed.Label), cancellationToken);
            return;
        }

        if (walk.State.Pending is { } pending)
        {
            walk.State = walk.State with { Pending = null };
            input = Settle(pending, input) ?? input;
            if (input is FlowInput.Settled { Code: "correct" } correction)
            {
                await _gestures.CorrectAsync(walk, correction.Value is { List: [var which, var raw] } ? (which, raw) : null, cancellationToken);
                return;
            }
        }

        if (input is FlowInput.Typed typed && !kind.TakesFigures(step) && _gestures.Restated(walk, step, typed.Text) is { } restated)
        {
            await _gestures.CorrectAsync(walk, restated, cancellationToken);
            return;
        }

        var takenBack = input is FlowInput.Settled { Value: null };
        if (await kind.AnswerAsync(walk, step, input, cancellationToken))
        {
            walk.State = walk.State with { Misses = 0, Pending = null };
            await _path.GoOnAsync(walk, ask: true, cancellationToken);
            return;
        }

        if (walk.JumpTo is { } elsewhere)
        {
            _gestures.OpenAgain(walk, elsewhere);
            return;
        }

        if (walk.State.Pending is null && !takenBack)
        {
            walk.State = walk.State with { Misses = walk.State.Misses + 1 };
            if (walk.State.Misses >= 2)
            {
                walk.Say(walk.T(FlowGestures.CanPassOver(step) ? "coaching.flow.stuck-skip" : "coaching.flow.stuck"), joinNext: true);
            }
        }

        _path.AskOpen(walk);
    }

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
}
