using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Open set: what a step of a flow can do. A room plugs its own kinds in; Coaching never knows them.</summary>
internal interface IStepKind
{
    /// <summary>As written in flow.yaml.</summary>
    string Kind { get; }

    /// <summary>What the lint must know of a step of this kind.</summary>
    StepShape Shape(Step step);

    /// <summary>
    /// The walk has come to the step, possibly not for the first time: a correction walks the flow again from its start. What must not happen twice is marked
    /// (<see cref="FlowWalk.Mark"/>).
    /// </summary>
    ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken);
}

/// <summary>A kind that stops for an answer.</summary>
internal interface IQuestionKind : IStepKind
{
    /// <summary>The question and its choices, as often as it is needed.</summary>
    IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step);

    /// <summary>An uploaded file can be an answer to it.</summary>
    bool TakesFile(Step step) => false;

    /// <summary>Any words can be an answer to it, so that no guess at another meaning may take them away.</summary>
    bool TakesWords(Step step) => false;

    /// <summary>One figure can be in an answer to it; false where there is only to choose.</summary>
    bool TakesFigures(Step step) => true;

    /// <returns>True when the answer is kept and the flow goes on; false when the walk was told why not, or asks back first.</returns>
    ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken);
}

internal abstract record StepResult
{
    /// <param name="To">A step id; null goes on below.</param>
    internal sealed record Go(string? To = null) : StepResult;

    internal sealed record Ask : StepResult;

    internal sealed record Wait(DateTimeOffset Until) : StepResult;

    internal sealed record Close : StepResult;
}

/// <summary>A step as the lint sees it.</summary>
internal sealed record StepShape
{
    public bool IsQuestion { get; init; }

    /// <summary>False when the flow never goes on to the step below.</summary>
    public bool FallsThrough { get; init; } = true;

    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Names it makes known, beside its own id.</summary>
    public IReadOnlyList<string> Writes { get; init; } = [];

    /// <summary>Its values are worked out anew each time the flow is walked.</summary>
    public bool Recomputed { get; init; }

    public IReadOnlyList<string> Expressions { get; init; } = [];

    /// <summary>Sentences that each language must have, below the step's id.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What is wrong with the settings, as (what, fix).</summary>
    public IReadOnlyList<(string What, string Fix)> Problems { get; init; } = [];
}
