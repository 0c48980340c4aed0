using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>A decision is its author's alone until they press "share"; then their team can read it, and they can take it back.</summary>
internal sealed class ShareDecision : IIntent
{
    /// <summary>The flow's value that holds the decision's id.</summary>
    public const string Name = "decision_id";

    private const string Target = "decision:";
    private const string Take = "withdraw";
    private const string Give = "share";

    public Stage Stage => Stage.Choice;

    public static ChoicesPart Offer(string decision, Voice voice, Texts texts) => Button(decision, 0, Give, texts.Say(voice, "coaching.share.give"));

    /// <summary>Who reads what this person shares: their team, or everybody of the organisation where the roster names no team.</summary>
    public static IQueryable<Person> Readers(IQueryable<Person> people, Person author) =>
        people.Where(p => p.OrganisationId == author.OrganisationId && p.Active && p.Team == author.Team && p.Id != author.Id);

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || !choice.Target.StartsWith(Target, StringComparison.Ordinal)
            || !Guid.TryParse(choice.Target.AsSpan(Target.Length), out var id)
            || await turn.Db.Set<Decision>().FirstOrDefaultAsync(d => d.Id == id && d.PersonId == turn.Person.Id, cancellationToken) is not { } decision)
        {
            return false;
        }

        var take = choice.Values is [Take, ..];
        if (take != decision.SharedAt is null)
        {
            // Pressed again: it is as they want it already.
            if (take)
            {
                decision.Withdraw();
            }
            else
            {
                decision.Share(turn.Now);
            }
        }

        var readers = await Readers(turn.Db.Set<Person>(), turn.Person).CountAsync(cancellationToken);
        turn.Say(
            new TextPart(take ? turn.T("coaching.share.taken") : turn.T("coaching.share.given", ("team", turn.Person.Team), ("n", readers))),
            Button(id.ToString("N"), decision.Version, take ? Give : Take, turn.T(take ? "coaching.share.give" : "coaching.share.take")));
        return true;
    }

    private static ChoicesPart Button(string decision, int version, string value, string label) =>
        new(Target + decision, version, $"{decision}:{value}:{version}", [new Choice(value, label)]);
}
