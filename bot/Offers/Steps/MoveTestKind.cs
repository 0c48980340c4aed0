using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>
/// Moves the dates of a planned test: by as many weeks again (the rule's "extend once"), or to a new start (<c>start</c> names it). Counted from the day of the answer that <c>by</c> names, so that the run which
/// wakes later finds the same days. Says <c>text</c> once. Makes known: moved_from (a new start only), moved_to, moved_read, and review_on.
/// </summary>
internal sealed class MoveTestKind : IStepKind
{
    private const int RetryDays = 7;

    public string Kind => "offer-move";

    public StepShape Shape(Step step) => new()
    {
        Words = ["text"],
        Writes = ["moved_from", "moved_to", "moved_read"],
        Expressions = step.Text("start") is { } start ? [start] : [],
        Recomputed = true,
        Problems = step.Text("by") is null ? [("it does not say which answer moves the test", "add 'by:' with the id of that question")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Lookup("plan_from")?.Date is { } starts && walk.Lookup("plan_to")?.Date is { } ends && walk.State.Answers.GetValueOrDefault(step.Text("by") ?? "") is { } answer)
        {
            var days = ends.DayNumber - starts.DayNumber + 1;
            var answered = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(answer.At, walk.Talk.Zone).DateTime);
            var start = step.Text("start") is { } name ? walk.Evaluate(name)?.Date : null;
            var end = start is { } again ? again.AddDays(days - 1) : ends.AddDays(days) > answered ? ends.AddDays(days) : answered.AddDays(days - 1);
            var read = Mornings.Workday(Sentences.NumberOf(walk, "plan_trial") is > 0 and var trial ? end.AddDays((int)trial + RetryDays) : end.AddDays(1));
            Sentences.Day(walk, "moved_from", start);
            Sentences.Day(walk, "moved_to", end);
            Sentences.Day(walk, "moved_read", read);
            Sentences.Day(walk, "review_on", read);
            if (!walk.IsMarked(step, $"{end:O}"))
            {
                walk.Mark(step, $"{end:O}");
                walk.Say(walk.Word(step, "text") ?? "", joinNext: true);
            }
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
