using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// What the chosen incrementality test takes, and what day 3, 7, 14 and the end can decide, written before the start: a table and a chart. Makes known: stop_rule.
/// </summary>
internal sealed class BeforeSignalsKind(Texts texts) : IStepKind
{
    /// <summary>Beyond one end of a 95 % range; looks add theirs up at most.</summary>
    private const double Tail = .025;

    private readonly BeforeSignalWords _words = new(texts);

    public string Kind => "campaign-signals";

    public StepShape Shape(Step step) => new() { Writes = ["stop_rule"], Recomputed = true };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (BeforeDesk.PlanOf(walk) is { } plan)
        {
            var forecast = CampaignForecast.Of(plan);
            var currency = BeforeDesk.Currency(walk);
            var cpa = BeforeDesk.CpaToPlanWith(plan, forecast);
            var days = cpa is { } cost ? SignalDay.Of(plan, cost) : [];
            walk.Set("stop_rule", FlowValue.Of(_words.StopRule(plan, days, currency, walk.Voice)));
            var from = BeforeDesk.Mark(walk, "budget", "goal", "days", "platform", "worth", "rates", "source", "incrementality");
            if (!walk.IsMarked(step, from))
            {
                var parts = new List<MessagePart> { new TextPart(_words.Incrementality(plan, BeforeDesk.ChecksOf(walk, plan, forecast).Incrementality, walk.Voice)) };
                if (cpa is { } expected)
                {
                    parts.Add(new TextPart(walk.T("campaign-plans.signals.title", ("cpa", texts.Say(walk.Voice, "campaign-plans.amount", ("value", expected), ("currency", currency))), ("forecast", forecast is not null))));
                    parts.Add(_words.Signals(plan, days, currency, walk.Voice));
                    parts.Add(new IntervalPart(_words.SignalChart(plan, days, expected, currency, walk.Voice)));
                    parts.Add(new TextPart(string.Join("\n", new[] { _words.Foretold(plan, days, walk.Voice), walk.T("campaign-plans.signals.between", ("looks", days.Count), ("wrong", days.Count * Tail)) }.OfType<string>())));
                }

                walk.Say(parts);
                walk.Mark(step, from);
            }
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
