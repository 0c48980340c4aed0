using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>"The team's decisions": what colleagues shared, and one's own, newest first. Never a talk, a file or a reading that was not shared.</summary>
internal sealed class TeamDecisions(FlowPlay play) : IIntent
{
    private const int Shown = 8;

    /// <summary>Longer, and it is an answer that speaks of decisions.</summary>
    private const int MostWords = 8;

    public Stage Stage => Stage.Command;

    public int Order => 20;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Understood: { Gesture: Gesture.Decisions, Whole: true }, Text: { } text } || text.Split(' ').Length > MostWords)
        {
            return false;
        }

        var me = turn.Person;
        var rows = await (
            from decision in turn.Db.Set<Decision>()
            join author in turn.Db.Set<Person>() on decision.PersonId equals author.Id
            where decision.OrganisationId == me.OrganisationId && (decision.PersonId == me.Id || (decision.SharedAt != null && author.Team == me.Team))
            orderby decision.CreatedAt descending
            select new { decision, author.Name }).Take(Shown).ToListAsync(cancellationToken);
        turn.Say(rows.Count == 0
            ? turn.T("coaching.share.none", ("team", me.Team))
            : string.Join("\n", rows.Select(r => Line(turn, r.decision, r.Name)).Prepend(turn.T("coaching.share.list", ("team", me.Team)))));
        await play.RepeatQuestionAsync(turn, cancellationToken);
        return true;
    }

    private static string Line(Turn turn, Decision decision, string author) => "- " + turn.T(
        "coaching.share.line",
        ("question", decision.Question), ("decision", decision.Text), ("threshold", decision.Threshold), ("review", decision.ReviewOn), ("author", author),
        ("mine", decision.PersonId == turn.Person.Id), ("shared", decision.SharedAt is not null), ("outcome", decision.Outcome));
}
