using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>
/// A question with a typed answer. <c>input</c>: choice, many, number, money, percent, date, text, file. <c>choices</c> (choice, many) or <c>suggest</c> (a map of label to
/// expression, for the others) are buttons; <c>jump</c> is a map of label to another question, left out while its words come out empty. <c>default</c> is an expression, taken on "skip", or at once while
/// <c>quiet</c> is true. <c>min</c>, <c>max</c>, <c>min_length</c>, <c>future</c> refuse; <c>whole</c> takes "1,440" for a count where it might be 1.44; <c>doubt</c> is an expression that is questioned once, and then believed.
/// </summary>
internal sealed class AskKind : IQuestionKind
{
    public string Kind => "ask";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words =
        [
            "label", "ask",
            .. step.List("choices").Select(c => $"choices.{c}"),
            .. step.Map("suggest").Select(s => $"suggest.{s.Name}"),
            .. step.Map("jump").Select(j => $"jump.{j.Name}"),
            .. step.List("smaller").Select(c => $"choices.{c}"),
            .. step.List("smaller").Count > 0 ? ["smaller"] : Array.Empty<string>(),
            .. step.Text("doubt") is null ? [] : new[] { "doubt" },
        ],
        Expressions = [.. new[] { step.List("choices").Contains(step.Text("default")) ? null : step.Text("default"), step.Text("quiet"), step.Text("doubt") }.OfType<string>(), .. step.Map("suggest").Select(s => s.Value)],
        Problems = Problems(step),
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is { Assumed: false })
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        if (walk.AnswerTo(step) is null && step.Text("quiet") is { } quiet && !walk.IsTrue(quiet))
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Ask());
        }

        if (step.Text("quiet") is not null)
        {
            walk.Keep(step, "", Default(walk, step) ?? FlowValue.Nothing, assumed: true);
        }

        return ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());
    }

    public bool TakesFile(Step step) => step.Text("input") == "file";

    private const string NothingOfIt = "none";

    public bool TakesWords(Step step) => step.Text("input") == "text" || step.Text("other") == "true";

    public bool TakesFigures(Step step) => step.Text("other") == "true" || step.Text("input") is not ("choice" or "many");

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        var parts = new List<MessagePart> { new TextPart(walk.Word(step, "ask") ?? "") };
        var buttons = Buttons(walk, step);
        if (buttons.Count > 0)
        {
            parts.Add(walk.Choices([.. buttons.Select(b => new Choice(b.Code, b.Label))], step.Text("input") == "many"));
        }

        return parts;
    }

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled { Value: { } settled } s:
                return Accept(walk, step, s.Raw.Length > 0 && s.Code != "smaller" ? s.Raw : walk.Word($"{step.Id}.choices.{settled.Text}") ?? walk.Show(settled), settled, believed: s.Code == "doubt");
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow or Gesture.Yes, Whole: true } } typed
                when step.List("smaller") is { Count: > 0 } smaller && (typed.Understood.Gesture == Gesture.DontKnow || ChoiceMatcher.Fold(typed.Text).Split(' ').Length <= 2):
                walk.AskBack("smaller", walk.Word(step, "smaller") ?? "", [.. smaller.Select(c => new PendingOption(walk.Word($"{step.Id}.choices.{c}") ?? c, FlowValue.Of(c)))], typed.Text);
                return false;
            case FlowInput.Typed { Understood.Gesture: Gesture.DontKnow, Understood.Whole: true } when (Default(walk, step) ?? (FlowGestures.CanPassOver(step) ? FlowValue.Nothing : null)) is { } assumed:
                walk.Keep(step, "", assumed, assumed: true);
                return true;
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } } when step.Text("input") == "many" && step.List("choices").Contains(NothingOfIt):
                // What nobody knows to be done counts as not done.
                walk.Keep(step, "", FlowValue.Of([NothingOfIt]), assumed: true);
                return true;
            case FlowInput.Typed { Understood: { Gesture: Gesture.Yes, Whole: true } } when step.Text("input") != "text" && Buttons(walk, step) is [{ Value: { } only }, ..] first && first[0].Suggested:
                return Accept(walk, step, first[0].Label, only);
            case FlowInput.Pressed pressed:
                return Press(walk, step, pressed);
            case FlowInput.Uploaded uploaded when step.Text("input") == "file" && uploaded.File.FileId is { } id:
                walk.Set(step.Id + "_file", FlowValue.Of(id.ToString("N")));
                return Accept(walk, step, uploaded.File.Name, FlowValue.Of(uploaded.File.Name));
            case FlowInput.Typed typed:
                return Type(walk, step, typed.Text);
            default:
                return Refuse(walk, step, step.Text("input") ?? "text");
        }
    }

    private static bool Press(FlowWalk walk, Step step, FlowInput.Pressed pressed)
    {
        var picked = Buttons(walk, step).Where(b => pressed.Values.Contains(b.Code)).ToList();
        return picked.Count == 0 ? Refuse(walk, step, step.Text("input") ?? "text")
            : step.Text("input") == "many" ? Accept(walk, step, string.Join(", ", picked.Select(p => p.Label)), FlowValue.Of([.. picked.Select(p => p.Code)]))
            : Accept(walk, step, picked[0].Label, picked[0].Value);
    }

    private static bool Type(FlowWalk walk, Step step, string text)
    {
        var input = step.Text("input") ?? "text";
        var buttons = Buttons(walk, step);
        if (input == "many")
        {
            return ChoiceMatcher.MatchMany(text, [.. buttons.Select(b => b.Label)]) is { } picked
                ? Accept(walk, step, text, FlowValue.Of([.. picked.Select(i => buttons[i].Code).Distinct()])) : Refuse(walk, step, input);
        }

        // A typed "2" picks the second of a closed list, but is itself the answer where a figure or a text is asked for.
        var digits = text.Any(char.IsDigit);
        if (input == "choice" || (!digits && buttons.Count > 0))
        {
            if (ChoiceMatcher.Match(text, [.. buttons.Select(b => b.Label)]) is { } index)
            {
                if (buttons[index].Code.StartsWith("@go:", StringComparison.Ordinal))
                {
                    walk.JumpTo = buttons[index].Code[4..];
                    return false;
                }

                return Accept(walk, step, buttons[index].Label, buttons[index].Value);
            }
        }

        // One's own words, not a bare figure: that answers another question.
        if (input == "choice" && step.Text("other") == "true" && text.Any(char.IsLetter))
        {
            return Accept(walk, step, text, FlowValue.Of(text));
        }

        var readings = AnswerReader.Read(input, text, walk, step);
        if (step.Text("whole") == "true" && readings.Where(r => r.Number is { } n && n == Math.Floor(n)).ToList() is [var whole])
        {
            readings = [whole];
        }

        if (readings.Count > 1)
        {
            walk.AskBack("readings", walk.T("coaching.flow.which-reading"), [.. readings.Select(r => new PendingOption(walk.Show(r), r))], text);
            return false;
        }

        return readings.Count == 1 ? Accept(walk, step, text, readings[0]) : Refuse(walk, step, input);
    }

    private static bool Accept(FlowWalk walk, Step step, string raw, FlowValue value, bool believed = false)
    {
        if (AnswerReader.Refused(value, step, walk) is { } why)
        {
            walk.Say(walk.Word(step, "retry") ?? why, joinNext: true);
            return false;
        }

        if (step.Text("doubt") is { } doubt && !believed && Expression.Parse(doubt).IsTrue(n => n == step.Id ? value : walk.Lookup(n)))
        {
            walk.AskBack("doubt", walk.Word(step, "doubt") ?? "", [new PendingOption(walk.T("coaching.flow.doubt-right"), value), new PendingOption(walk.T("coaching.flow.doubt-wrong"), null)], raw);
            return false;
        }

        walk.Keep(step, raw, value);
        return true;
    }

    private static bool Refuse(FlowWalk walk, Step step, string input)
    {
        walk.Say(walk.Word(step, "retry") ?? walk.T("coaching.retry." + input), joinNext: true);
        return false;
    }

    private static FlowValue? Default(FlowWalk walk, Step step) =>
        step.Text("default") is not { } expression ? null : step.List("choices").Contains(expression) ? FlowValue.Of(expression) : walk.Evaluate(expression);

    private static List<Button> Buttons(FlowWalk walk, Step step)
    {
        var buttons = step.List("choices").Select(c => new Button(c, walk.Word(step, $"choices.{c}") ?? c, FlowValue.Of(c), false)).ToList();
        buttons.AddRange(step.Map("suggest").Select(s => (s.Name, Value: walk.Evaluate(s.Value))).Where(s => s.Value is not null)
            .Select(s => new Button(s.Name, walk.Word(step, $"suggest.{s.Name}") ?? s.Name, s.Value ?? FlowValue.Nothing, true)));
        buttons.AddRange(step.Map("jump").Select(j => new Button("@go:" + j.Value, walk.Word(step, $"jump.{j.Name}") ?? j.Name, FlowValue.Of("@go:" + j.Value), false)).Where(b => b.Label.Length > 0));
        return buttons;
    }

    private static List<(string, string)> Problems(Step step)
    {
        var problems = new List<(string, string)>();
        var input = step.Text("input");
        if (input is null || !AnswerReader.Inputs.Contains(input))
        {
            problems.Add(($"'input: {input}' is not an input", "write one of " + string.Join(", ", AnswerReader.Inputs)));
        }

        if (input is "choice" or "many" && step.List("choices").Count == 0)
        {
            problems.Add(("there is nothing to choose from", "add 'choices:' with at least two codes"));
        }

        if (step.Text("quiet") is not null && step.Text("default") is null)
        {
            problems.Add(("it may stay quiet but has no answer to assume", "add 'default:'"));
        }

        return problems;
    }

    private sealed record Button(string Code, string Label, FlowValue Value, bool Suggested);
}
