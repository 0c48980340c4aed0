using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// The forecast of the plan with its ranges, against break-even, goal and the platform's learning, and a chart of what it depends on; without rates, what the plan would require.
/// Makes known: forecast_line, cpa, cpa_low, cpa_high, sales, arithmetic.
/// </summary>
internal sealed class BeforeForecastKind(Texts texts) : IStepKind
{
    private readonly BeforeForecastWords _words = new(texts);
    private readonly BeforeValues _values = new(texts);

    public string Kind => "campaign-forecast";

    public StepShape Shape(Step step) => new() { Writes = ["forecast_line", "cpa", "cpa_low", "cpa_high", "sales", "arithmetic"], Recomputed = true };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (BeforeDesk.PlanOf(walk) is { } plan)
        {
            var forecast = CampaignForecast.Of(plan);
            Know(walk, plan, forecast);
            var from = BeforeDesk.Mark(walk, "budget", "goal", "days", "ad_sets", "platform", "worth", "rates", "source");
            if (!walk.IsMarked(step, from))
            {
                Tell(walk, plan, forecast);
                walk.Mark(step, from);
            }
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    private void Tell(FlowWalk walk, CampaignPlan plan, CampaignForecast? forecast)
    {
        var (currency, voice) = (BeforeDesk.Currency(walk), walk.Voice);
        var learning = BeforeDesk.LearningOf(plan, forecast);
        if (forecast is null)
        {
            walk.Say(_words.Required(plan, learning, currency, voice));
            return;
        }

        var parts = new List<MessagePart> { new TextPart(_words.Forecast(plan, forecast, learning, BeforeDesk.SourceOf(walk), BeforeDesk.RatesOf(walk)?.Typed.Values.All(r => r.Low < r.High) == true, currency, voice)) };
        if (_words.Weighs(plan, forecast, currency, voice) is { } weighs)
        {
            parts.Add(new TextPart(weighs));
            parts.Add(new TornadoPart(_words.Tornado(plan, forecast, currency, voice)));
        }

        walk.Say(parts);
    }

    private void Know(FlowWalk walk, CampaignPlan plan, CampaignForecast? forecast)
    {
        var currency = BeforeDesk.Currency(walk);
        walk.Set("forecast_line", FlowValue.Of(forecast is null
            ? texts.Say(walk.Voice, "campaign-plans.required.line", _values.Of(plan, null, null, currency, walk.Voice))
            : texts.Say(walk.Voice, "campaign-plans.forecast.line", _values.Of(plan, forecast, null, currency, walk.Voice))));
        if (forecast is null)
        {
            return;
        }

        walk.Set("cpa", FlowValue.Of(forecast.Cpa.Expected, currency));
        walk.Set("cpa_low", FlowValue.Of(forecast.Cpa.Low, currency));
        walk.Set("cpa_high", double.IsFinite(forecast.Cpa.High) ? FlowValue.Of(forecast.Cpa.High, currency) : null);
        walk.Set("sales", FlowValue.Of(Math.Round(forecast.Sales.Expected, forecast.Sales.Expected < 10 ? 1 : 0)));
        walk.Set("arithmetic", FlowValue.Of(_words.Arithmetic(plan, forecast, currency, walk.Voice)));
    }
}
