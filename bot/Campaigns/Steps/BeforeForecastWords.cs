using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>A forecast in sentences, arithmetic and its tornado: every number with its range.</summary>
internal sealed class BeforeForecastWords(Texts texts)
{
    private const string Room = "campaign-plans.";

    private readonly BeforeFigures _figures = new(texts);
    private readonly BeforeValues _values = new(texts);

    /// <summary>The headline, what the budget buys, break-even, goal, learning and the assumption behind the ranges.</summary>
    /// <param name="ranged">Every rate was typed as a range.</param>
    public string Forecast(CampaignPlan plan, CampaignForecast forecast, LearningNeed? learning, RateSource? source, bool ranged, string currency, Voice voice)
    {
        var values = _values.Of(plan, forecast, learning, currency, voice);
        string Say(string key) => texts.Say(voice, Room + key, values);
        List<string> lines = [Say("forecast.title"), Say("forecast.sales"), Say("forecast.standing." + Lower(forecast.Against(plan.Worth)))];
        if (forecast.Towards(plan.Goal) is not GoalReach.None and var reach)
        {
            lines.Add(Say("forecast.goal." + Lower(reach)));
        }

        if (learning is not null)
        {
            lines.Add(Learning(plan, learning, values, voice));
        }

        lines.Add(Say("forecast.ranges." + (ranged && (source is null or RateSource.Own) ? "typed" : BeforeDesk.Code(source ?? RateSource.Own))));
        return string.Join("\n", lines);
    }

    /// <summary>What can be said without any rate.</summary>
    public string Required(CampaignPlan plan, LearningNeed? learning, string currency, Voice voice)
    {
        var values = _values.Of(plan, null, learning, currency, voice);
        List<string> lines = [texts.Say(voice, Room + "required.title", values), texts.Say(voice, Room + "required.limits", values)];
        if (learning is not null)
        {
            lines.Add(Learning(plan, learning, values, voice));
        }

        return string.Join("\n", lines);
    }

    /// <summary>The assumption that weighs most, and what it would have to be for the campaign to pay for itself.</summary>
    public string? Weighs(CampaignPlan plan, CampaignForecast forecast, string currency, Voice voice)
    {
        if (plan.Cost is not { } cost || forecast.Sensitivity is not [{ Swing: > 1 } first, ..])
        {
            return null;
        }

        var needed = plan.Worth is { } worth ? cost.ValueFor(first.Factor, worth) : (double?)null;
        return texts.Say(voice, Room + "forecast.weighs",
            ("name", _figures.Name(first.Factor.Code, voice)), ("low", _figures.Input(first.Factor, first.Factor.Value.Low, currency, voice)), ("high", _figures.Input(first.Factor, first.Factor.Value.High, currency, voice)),
            ("atLow", _figures.Money(first.AtLow, currency, voice)), ("atHigh", _figures.Money(first.AtHigh, currency, voice)),
            ("needed", needed is { } n && (first.Factor.RaisesCost || n < 1) ? _figures.Input(first.Factor, n, currency, voice) : null), ("most", first.Factor.RaisesCost), ("expected", _figures.Input(first.Factor, first.Factor.Value.Expected, currency, voice)));
    }

    public TornadoChart Tornado(CampaignPlan plan, CampaignForecast forecast, string currency, Voice voice)
    {
        var bars = forecast.Sensitivity.Select(s => new TornadoBar(_figures.Name(s.Factor.Code, voice), _figures.Input(s.Factor, s.Factor.Value.Low, currency, voice), _figures.Input(s.Factor, s.Factor.Value.High, currency, voice), s.AtLow, s.AtHigh)).ToList();
        var title = texts.Say(voice, Room + "tornado.title");
        var alt = texts.Say(voice, Room + "tornado.alt",
            ("base", _figures.Money(forecast.Cpa.Expected, currency, voice)), ("worth", plan.Worth is { } worth ? _figures.Money(worth, currency, voice) : null),
            ("bars", bars.Select(b => new Dictionary<string, object?> { ["label"] = b.Label, ["low"] = b.LowInput, ["high"] = b.HighInput, ["atLow"] = _figures.Money(b.AtLow, currency, voice), ["atHigh"] = _figures.Money(b.AtHigh, currency, voice) }).ToList()));
        return new TornadoChart(title, alt, ChartUnit.Money, currency, forecast.Cpa.Expected, bars)
        {
            Reference = plan.Worth,
            ReferenceLabel = plan.Worth is null ? null : texts.Say(voice, Room + "break-even"),
            Heads = new TornadoHeads(texts.Say(voice, Room + "tornado.assumption"), texts.Say(voice, Room + "tornado.at-low"), texts.Say(voice, Room + "tornado.at-high")),
        };
    }

    /// <summary>"9 € ÷ (1 000 × 1,2 % × 2 %) = 37,50 €": the arithmetic of the expected values.</summary>
    public string Arithmetic(CampaignPlan plan, CampaignForecast forecast, string currency, Voice voice)
    {
        var way = string.Join('-', plan.Cost!.Factors.Select(f => f.Code));
        return texts.Say(voice, $"{Room}arithmetic.{way}",
            [.. plan.Cost.Factors.Where(f => f.Code != "cpa").Select(f => (f.Code, (object?)_figures.Input(f, f.Value.Expected, currency, voice))),
                ("cpa", texts.Say(voice, Room + "amount", ("value", plan.Cost.Cpa), ("currency", currency))), ("budget", _figures.Money(plan.Budget, currency, voice)), ("sales", _figures.Sales(forecast.Sales.Expected, voice)), ("range", _figures.Range(forecast.Cpa, currency, voice)), ("salesRange", _figures.SalesRange(forecast.Sales, voice))]);
    }

    private string Learning(CampaignPlan plan, LearningNeed learning, IReadOnlyDictionary<string, object?> values, Voice voice) =>
        texts.Say(voice, Room + "learning." + (learning.IsFed ? "fed" : learning.UnitsFed > 0 && plan.AdSets > 1 ? "thin" : "starved"), values);

    private static string Lower<T>(T value)
        where T : struct, Enum => string.Concat($"{value}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
