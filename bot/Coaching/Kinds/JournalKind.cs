using MentorBot.Storage;

namespace MentorBot.Coaching;

/// <summary>Keeps the decision in the journal, from the step's own sentences (question, reading, decision, threshold), and plans the follow-up on <c>date</c>, or the working day after; with <c>follow-up: false</c> the flow itself comes back on that date.</summary>
internal sealed class JournalKind(Ids ids) : IStepKind
{
    public string Kind => "journal";

    public StepShape Shape(Step step) => new()
    {
        Words = ["question", "reading", "decision", "threshold"],
        Writes = [ShareDecision.Name],
        Expressions = [step.Text("date") ?? ""],
        Problems = step.Text("date") is null ? [("the follow-up has no date", "add 'date:' with the name of a date")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            var talk = walk.Talk;
            var day = Day(walk, step);
            var decision = new Decision
            {
                Id = ids.Next(),
                OrganisationId = talk.OrganisationId,
                PersonId = talk.PersonId,
                RunId = talk.RunId,
                Question = walk.Word(step, "question") ?? "",
                Reading = walk.Word(step, "reading") ?? "",
                Text = walk.Word(step, "decision") ?? "",
                Threshold = walk.Word(step, "threshold") is { Length: > 0 } threshold ? threshold : null,
                ReviewOn = day,
                Owner = talk.PersonName,
                CreatedAt = talk.Now,
            };
            walk.Add(decision);
            walk.Set(ShareDecision.Name, FlowValue.Of(decision.Id.ToString("N")));
            if (step.Text("follow-up") != "false")
            {
                walk.Add(new FollowUp { Id = ids.Next(), OrganisationId = talk.OrganisationId, PersonId = talk.PersonId, DecisionId = decision.Id, DueAt = Mornings.At(day, talk.Zone) });
            }

            walk.Mark(step);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    /// <summary>Nobody is written to on a weekend: a date chosen there moves to the Monday, and so does what is said of it from here on.</summary>
    private static DateOnly Day(FlowWalk walk, Step step)
    {
        var chosen = walk.Evaluate(step.Text("date") ?? "today")?.Date ?? walk.Talk.Today.AddDays(7);
        var day = Mornings.Workday(chosen);
        if (day != chosen && step.Text("date") is { } name && walk.Flow.Find(name) is { } question && walk.AnswerTo(question) is { } answer)
        {
            walk.Keep(question, answer.Raw, FlowValue.Of(day), answer.Assumed);
            walk.Say(walk.T("coaching.flow.weekend", ("chosen", chosen), ("day", day)), joinNext: true);
        }

        return day;
    }
}
