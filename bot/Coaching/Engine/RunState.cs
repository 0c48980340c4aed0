using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Coaching;

/// <summary>Where one person is in one flow. A value: the engine makes a new one, the run keeps it as JSON.</summary>
internal sealed record RunState
{
    public static readonly RunState New = new();

    public RunPhase Phase { get; init; }

    /// <summary>The step whose question is open.</summary>
    public string? Step { get; init; }

    /// <summary>Grows whenever the open question changes: a press that names an older one changes nothing.</summary>
    public int Serial { get; init; }

    /// <summary>Answers in a row that the open question could not use.</summary>
    public int Misses { get; init; }

    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>What the person answered, by step.</summary>
    public ImmutableDictionary<string, Answer> Answers { get; init; } = ImmutableDictionary<string, Answer>.Empty;

    /// <summary>What was computed or read, by name: numbers and codes, small.</summary>
    public ImmutableDictionary<string, FlowValue> Values { get; init; } = ImmutableDictionary<string, FlowValue>.Empty;

    /// <summary>What a step has already done, and from what, so that walking the flow again does not repeat it.</summary>
    public ImmutableDictionary<string, string> Marks { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Questions in the order they were first asked, for "back".</summary>
    public ImmutableList<string> Trail { get; init; } = [];

    /// <summary>A question about the answer itself, asked before the step's own goes on.</summary>
    public Pending? Pending { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, RunJson.Default.RunState);

    /// <exception cref="JsonException">The stored text is no state.</exception>
    public static RunState FromJson(string json) => JsonSerializer.Deserialize(json, RunJson.Default.RunState) ?? throw new JsonException("A stored state is null.");
}

internal enum RunPhase
{
    Open,
    Paused,
    Waiting,
    Closed,
    Cancelled,

    /// <summary>It waited and could not be woken, however often it was tried.</summary>
    Failed,
}

/// <param name="Raw">As typed, or the label that was pressed.</param>
internal sealed record Answer(string Raw, FlowValue Value, DateTimeOffset At)
{
    /// <summary>Taken without asking, or passed over.</summary>
    public bool Assumed { get; init; }
}

/// <param name="Code">"readings", "doubt", "smaller", "correct", or a kind's own.</param>
/// <param name="Question">Already in the person's words.</param>
/// <param name="Raw">What was typed and is being asked about.</param>
internal sealed record Pending(string Code, string Question, IReadOnlyList<PendingOption> Options, string Raw);

/// <param name="Value">Null: none of it, ask the step's question again.</param>
internal sealed record PendingOption(string Label, FlowValue? Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunState))]
internal sealed partial class RunJson : JsonSerializerContext;
