using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Readouts;

/// <summary>"What happened that day?": asked only when the person chose to say it, kept as an event on <c>day</c> (the name of a date), drawn on later charts and left out of what counts as usual.</summary>
internal sealed class NoteKind(Ids ids) : IQuestionKind
{
    public string Kind => "note";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "kept"],
        Expressions = [step.Text("day") ?? ""],
        Problems = step.Text("day") is null ? [("it does not say on which day", "add 'day:' with the name of a date")] : [],
    };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is null)
        {
            walk.Keep(step, "", FlowValue.Nothing, assumed: true);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        if (input is not FlowInput.Typed { Text: { Length: > 0 } text })
        {
            walk.Say(walk.T("coaching.retry.text"), joinNext: true);
            return ValueTask.FromResult(false);
        }

        var (talk, day) = (walk.Talk, walk.Evaluate(step.Text("day") ?? "today")?.Date ?? walk.Talk.Today);
        var read = EventWords.Read(text, walk.Voice.Locale, talk.Today) ?? new NotedDays(day, day, text.Length > NotedEvent.LongestWords ? text[..(NotedEvent.LongestWords - 1)] + "…" : text);
        walk.Add(new NotedEvent { Id = ids.Next(), OrganisationId = talk.OrganisationId, PersonId = talk.PersonId, From = read.From, To = read.To, Words = read.Words, CreatedAt = talk.Now });
        walk.Keep(step, text, FlowValue.Of(read.Words));
        walk.Say(walk.Word(step, "kept") ?? "", joinNext: true);
        return ValueTask.FromResult(true);
    }
}
