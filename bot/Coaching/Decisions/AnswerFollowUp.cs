using MentorBot.Language;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>What became of a decision: kept with it, thanked in one line that sets what was expected beside what happened.</summary>
internal sealed class AnswerFollowUp : IIntent
{
    public const string Target = "followup:";

    public static readonly IReadOnlyList<string> Outcomes = ["held", "broke", "not-yet"];

    /// <summary>Longer after the question, a text is about something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private static readonly HashSet<Gesture> Answers = [Gesture.None, Gesture.Yes, Gesture.No, Gesture.DontKnow];

    public Stage Stage => Stage.OpenFlow;

    public int Order => 10;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Text is not { Length: > 0 } text || !Answers.Contains(turn.Understood.Gesture))
        {
            return false;
        }

        var since = turn.Now - Patience;
        var asked = await turn.Db.Set<FollowUp>().Where(f => f.PersonId == turn.Person.Id && f.State == FollowUpState.Asked && f.AskedAt > since)
            .OrderByDescending(f => f.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (asked is null)
        {
            return false;
        }

        await KeepAsync(turn, asked, text, cancellationToken);
        return true;
    }

    internal static async ValueTask KeepAsync(Turn turn, FollowUp followUp, string outcome, CancellationToken cancellationToken)
    {
        var decision = await turn.Db.Set<Decision>().FirstAsync(d => d.Id == followUp.DecisionId, cancellationToken);
        decision.Happened(outcome, turn.Now);
        followUp.Answered();
        turn.Say(turn.T("coaching.followup.kept", ("expected", decision.Threshold ?? decision.Text), ("happened", outcome)));
    }
}
