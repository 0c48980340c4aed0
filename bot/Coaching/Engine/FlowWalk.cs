using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>One input on its way through a flow: the state as it changes and what is said meanwhile. Handed to every step kind; lives for one turn.</summary>
internal sealed class FlowWalk(Flow flow, RunState state, FlowTalk talk, Texts texts)
{
    private readonly List<IReadOnlyList<MessagePart>> _messages = [];
    private readonly List<MessagePart> _joined = [];
    private readonly List<object> _added = [];
    private readonly List<Guid> _released = [];
    private string? _instead;
    private int _asked;

    public Flow Flow => flow;

    public FlowTalk Talk => talk;

    public Voice Voice => talk.Voice;

    public RunState State { get; set; } = state;

    /// <summary>Another question that the person asked for instead of answering this one.</summary>
    public string? JumpTo { get; set; }

    /// <summary>A sentence of the product's own, "coaching.flow.paused".</summary>
    public string T(string key, params IEnumerable<(string Name, object? Value)> values) => texts.Say(Voice, key, values);

    public string T(Refusal refusal) => texts.Say(Voice, refusal);

    /// <summary>A sentence of the step's; null when the flow has none of that name.</summary>
    public string? Word(Step step, string name) => Word($"{step.Id}.{name}");

    public string? Word(string key) => flow.In(Voice).Find(key) is { } wording ? texts.Render(Voice, wording, FlowValues.ForTemplates(this, texts)) : null;

    /// <summary>As a person reads it: "1 240 €", "vendredi 27 novembre 2026", the label of a choice.</summary>
    public string Show(FlowValue value) => FlowValues.Show(value, Voice, texts);

    /// <summary>What an expression sees under a name.</summary>
    public FlowValue? Lookup(string name) =>
        State.Answers.GetValueOrDefault(name)?.Value is { Plain: not null } given ? given : State.Values.GetValueOrDefault(name) ?? FlowValues.BuiltIn(name, talk);

    public bool IsTrue(string expression) => Expression.Parse(expression).IsTrue(Lookup);

    public FlowValue? Evaluate(string expression) => Expression.Parse(expression).Evaluate(Lookup);

    public Answer? AnswerTo(Step step) => State.Answers.GetValueOrDefault(step.Id);

    public void Keep(Step step, string raw, FlowValue value, bool assumed = false) =>
        State = State with { Answers = State.Answers.SetItem(step.Id, new Answer(raw, value, talk.Now) { Assumed = assumed }), Pending = null };

    public void Set(string name, FlowValue? value) =>
        State = State with { Values = value is null ? State.Values.Remove(name) : State.Values.SetItem(name, value) };

    /// <summary>True when the step has already done its work from exactly this.</summary>
    public bool IsMarked(Step step, string from = "") => State.Marks.TryGetValue(step.Id, out var mark) && mark == from;

    public void Mark(Step step, string from = "") => State = State with { Marks = State.Marks.SetItem(step.Id, from) };

    /// <summary>A message of its own, or the beginning of the next one.</summary>
    public void Say(IReadOnlyList<MessagePart> parts, bool joinNext = false)
    {
        _joined.AddRange(parts);
        if (!joinNext)
        {
            Flush();
        }
    }

    public void Say(string text, bool joinNext = false) => Say([new TextPart(text)], joinNext);

    /// <summary>How many messages there are so far; ends the one that was being joined.</summary>
    public int Said
    {
        get
        {
            Flush();
            return _messages.Count;
        }
    }

    /// <summary>A message in between those already said.</summary>
    public void SayAt(int position, string text) => _messages.Insert(position, [new TextPart(text)]);

    /// <summary>Asks back about an answer before it is used.</summary>
    public void AskBack(string code, string question, IReadOnlyList<PendingOption> options, string raw) =>
        State = State with { Pending = new Pending(code, question, options, raw), Serial = State.Serial + 1 };

    public void Add(object row) => _added.Add(row);

    public void Release(Guid fileId) => _released.Add(fileId);

    /// <summary>What was typed may hold more than its answer (a pasted table, personal columns): the transcript keeps these words instead.</summary>
    public void WithdrawWords(string instead) => _instead = instead;

    public ChoicesPart Choices(IReadOnlyList<Choice> choices, bool many = false) =>
        new($"flow:{talk.RunId:N}", State.Serial, $"{talk.EventId:N}:{_asked++}", choices, many);

    public FlowMove End()
    {
        Flush();
        return new FlowMove(State, _messages, _added, _released, _instead);
    }

    private void Flush()
    {
        if (_joined.Count > 0)
        {
            _messages.Add([.. _joined]);
            _joined.Clear();
        }
    }
}
