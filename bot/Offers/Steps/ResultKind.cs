using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Storage;

namespace MentorBot.Offers;

/// <summary>
/// Keeps what was read and decided, with the person's own reading before it; <c>decision</c> names the question, <c>or</c> those that stand in its place on another way. A planned test that it closes is
/// offered no more; moved_from, moved_to and moved_read are the dates that it moves the test to.
/// </summary>
internal sealed class ResultKind(Ids ids) : IStepKind
{
    public string Kind => "offer-result";

    public StepShape Shape(Step step) => new()
    {
        Expressions = [step.Text("decision") ?? "", .. step.List("or")],
        Problems = step.Text("decision") is null ? [("it does not say which answer is the decision", "add 'decision:' with the id of that question")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step) && walk.Lookup("verdict")?.Text is { } verdict)
        {
            var talk = walk.Talk;
            walk.Add(new OfferResult
            {
                Id = ids.Next(),
                OrganisationId = talk.OrganisationId,
                PersonId = talk.PersonId,
                TestId = Guid.TryParse(walk.Lookup(step.Text("test") ?? "test")?.Text, CultureInfo.InvariantCulture, out var test) ? test : null,
                RunId = talk.RunId,
                Verdict = verdict,
                Decided = step.List("or").Prepend(step.Text("decision") ?? "decision").Select(d => walk.Evaluate(d)?.Text).FirstOrDefault(d => d is not null) ?? "",
                Provisional = walk.Lookup("provisional")?.Flag == true,
                Difference = Sentences.NumberOf(walk, "diff"),
                Low = Sentences.NumberOf(walk, "diff_low"),
                High = Sentences.NumberOf(walk, "diff_high"),
                Own = walk.Lookup("own")?.Text,
                OwnConfidence = Sentences.NumberOf(walk, "own_confidence"),
                At = talk.Now,
                NewStart = walk.Lookup("moved_from")?.Date,
                NewEnd = walk.Lookup("moved_to")?.Date,
                NewReadOn = walk.Lookup("moved_read")?.Date,
            });
            walk.Mark(step);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
