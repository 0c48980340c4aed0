using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>
/// How much worse a guardrail may become, in points ("0.3 point", "0.3 %" and "0.3" are the same). With <c>of</c>, the question of the guardrails: asked when the person named them, else taken from the map
/// <c>usual</c> by that answer's code. Makes known margin_falls: the guardrail gets worse by falling, by the codes under <c>falling</c> or the flow's words list <c>falls</c>.
/// </summary>
internal sealed class MarginKind : IQuestionKind
{
    private const double Largest = .5;
    private static readonly double[] Offered = [.001, .005, .01];

    public string Kind => "offer-margin";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry", "option"],
        Writes = ["margin_falls", "margin_points", "margin_option"],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var of = Of(walk, step);
        if (of is not null)
        {
            walk.Set("margin_falls", Falls(walk, step, of.Value.Text ?? "") ? FlowValue.Of(true) : null);
        }

        var answered = walk.AnswerTo(step) is { Assumed: false } && (of is null || walk.IsMarked(step, of.Value.Text ?? ""));
        if (answered)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        if (of is not { Assumed: true } || Usual(step, of.Value.Text) is not { } usual)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Ask());
        }

        Keep(walk, step, "", usual, assumed: true);
        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Buttons(walk, step).Select(b => new Choice(b.Code, b.Label))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var (margin, raw) = input switch
        {
            FlowInput.Pressed { Values: [var code, ..] } when Buttons(walk, step).FirstOrDefault(b => b.Code == code) is { Label: not null } pressed => (pressed.Margin, pressed.Label),
            FlowInput.Typed typed => (Read(typed.Text, walk.Voice.Locale), typed.Text),
            _ => ((double?)null, ""),
        };
        if (margin is not (> 0 and <= Largest))
        {
            walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
            return ValueTask.FromResult(false);
        }

        Keep(walk, step, raw, margin.Value, assumed: false);
        return ValueTask.FromResult(true);
    }

    /// <summary>A bare figure is in points, as one says it of a rate.</summary>
    private static double? Read(string text, string locale) =>
        NumberReader.FindAll(text, locale).Where(f => f.Unit is FigureUnit.Percent or FigureUnit.Count).ToList() is [{ Value: { } value } only] ? only.Unit == FigureUnit.Percent ? value : value / 100 : null;

    private static void Keep(FlowWalk walk, Step step, string raw, double margin, bool assumed)
    {
        Sentences.Number(walk, "margin_points", Math.Round(100 * margin, 4));
        walk.Mark(step, Of(walk, step)?.Value.Text ?? "");
        walk.Keep(step, raw, FlowValue.Of(margin, "%"), assumed);
    }

    private static IEnumerable<(string Code, string Label, double? Margin)> Buttons(FlowWalk walk, Step step)
    {
        foreach (var margin in Offered)
        {
            Sentences.Number(walk, "margin_option", 100 * margin);
            yield return (string.Create(CultureInfo.InvariantCulture, $"{margin}"), walk.Word(step, "option") ?? "", margin);
        }
    }

    private static Answer? Of(FlowWalk walk, Step step) => step.Text("of") is { } of ? walk.State.Answers.GetValueOrDefault(of) : null;

    private static double? Usual(Step step, string? code) =>
        step.Map("usual").FirstOrDefault(u => u.Name == code) is { Value: { } value } && double.TryParse(value, CultureInfo.InvariantCulture, out var usual) ? usual : null;

    private static bool Falls(FlowWalk walk, Step step, string guardrails) => step.List("falling").Contains(guardrails) || StepWords.Says(walk, step, "falls", guardrails);
}
