using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// People who could be in the test, per week: "2 400 par jour" and "70k a month" are turned into weeks by the flow's own words (day, month). <c>seen</c> names a value read from a file: it is taken
/// without asking, and the step stays open to be corrected.
/// </summary>
internal sealed class TrafficKind : IQuestionKind
{
    private const string Readings = "readings";
    /// <summary>"3,000 a week" is not three people.</summary>
    private const double FewestPeople = 50;
    private const double DaysPerMonth = 365.25 / 12;

    public string Kind => "offer-traffic";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Words = ["label", "ask", "retry"], Expressions = step.Text("seen") is { } seen ? [seen] : [] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is { Assumed: false })
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        if (step.Text("seen") is not { } name || walk.Evaluate(name) is not { Number: > 0 } seen)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Ask());
        }

        walk.Keep(step, "", seen, assumed: true);
        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled { Code: Readings, Value: { } settled } asked:
                walk.Keep(step, asked.Raw, settled);
                return true;
        }

        var readings = input is FlowInput.Typed typed ? NumberReader.ReadNumber(typed.Text, walk.Voice.Locale).Readings.Where(n => n > 0).ToList() : [];
        readings = readings.Exists(n => n >= FewestPeople) ? readings.FindAll(n => n >= FewestPeople) : readings;
        if (input is not FlowInput.Typed { Text: var text } || readings.Count == 0)
        {
            walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
            return false;
        }

        var weekly = readings.ConvertAll(n => FlowValue.Of(Math.Round(n * PerWeek(walk, step, text))));
        if (weekly.Count > 1)
        {
            walk.AskBack(Readings, walk.T("coaching.flow.which-reading"), [.. weekly.Select(w => new PendingOption(walk.Show(w), w))], text);
            return false;
        }

        walk.Keep(step, text, weekly[0]);
        return true;
    }

    private static double PerWeek(FlowWalk walk, Step step, string text) =>
        StepWords.Says(walk, step, "day", text) ? 7 : StepWords.Says(walk, step, "month", text) ? 7 / DaysPerMonth : 1;
}
