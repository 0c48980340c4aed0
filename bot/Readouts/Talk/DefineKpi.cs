using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Readouts;

/// <summary>"C'est quoi un CPM ?": definition, formula, trap; then the question that was open.</summary>
internal sealed class DefineKpi(FlowPlay play, Texts texts) : IIntent
{
    public Stage Stage => Stage.Explicit;

    public bool SpeaksInPublic => true;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understood is not { Gesture: Gesture.Define, Subject: { } kpi } || !texts.Has(turn.Voice.Locale, $"kpis.{kpi}.definition"))
        {
            return false;
        }

        turn.Say(turn.T("reading.define",
            ("name", turn.T($"kpis.{kpi}.name")), ("definition", turn.T($"kpis.{kpi}.definition")), ("formula", turn.T($"kpis.{kpi}.formula")), ("trap", turn.T($"kpis.{kpi}.trap"))));
        if (!turn.IsShared)
        {
            await play.RepeatQuestionAsync(turn, cancellationToken);
        }

        return true;
    }
}
