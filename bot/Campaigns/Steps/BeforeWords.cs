using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>A forecast's figures as sentences: every number with its range, rounded to what it is worth.</summary>
internal sealed class BeforeWords(Texts texts)
{
    private const string Room = "campaign-plans.";
    private const int ReviewDay = 7;

    /// <summary>The headline, what the budget buys, break-even, goal, learning and the assumption behind the ranges.</summary>
    /// <param name="ranged">Every rate was typed as a range.</param>
    public string Forecast(CampaignPlan plan, CampaignForecast forecast, LearningNeed? learning, RateSource? source, bool ranged, string currency, Voice voice)
    {
        var values = Values(plan, forecast, learning, currency, voice);
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
        var values = Values(plan, null, learning, currency, voice);
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
            ("name", Name(first.Factor.Code, voice)), ("low", Input(first.Factor, first.Factor.Value.Low, currency, voice)), ("high", Input(first.Factor, first.Factor.Value.High, currency, voice)),
            ("atLow", Money(first.AtLow, currency, voice)), ("atHigh", Money(first.AtHigh, currency, voice)),
            ("needed", needed is { } n && (first.Factor.RaisesCost || n < 1) ? Input(first.Factor, n, currency, voice) : null), ("most", first.Factor.RaisesCost), ("expected", Input(first.Factor, first.Factor.Value.Expected, currency, voice)));
    }

    public TornadoChart Tornado(CampaignPlan plan, CampaignForecast forecast, string currency, Voice voice)
    {
        var bars = forecast.Sensitivity.Select(s => new TornadoBar(Name(s.Factor.Code, voice), Input(s.Factor, s.Factor.Value.Low, currency, voice), Input(s.Factor, s.Factor.Value.High, currency, voice), s.AtLow, s.AtHigh)).ToList();
        var title = texts.Say(voice, Room + "tornado.title");
        var alt = texts.Say(voice, Room + "tornado.alt",
            ("base", Money(forecast.Cpa.Expected, currency, voice)), ("worth", plan.Worth is { } worth ? Money(worth, currency, voice) : null),
            ("bars", bars.Select(b => new Dictionary<string, object?> { ["label"] = b.Label, ["low"] = b.LowInput, ["high"] = b.HighInput, ["atLow"] = Money(b.AtLow, currency, voice), ["atHigh"] = Money(b.AtHigh, currency, voice) }).ToList()));
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
            [.. plan.Cost.Factors.Where(f => f.Code != "cpa").Select(f => (f.Code, (object?)Input(f, f.Value.Expected, currency, voice))),
                ("cpa", texts.Say(voice, Room + "amount", ("value", plan.Cost.Cpa), ("currency", currency))), ("budget", Money(plan.Budget, currency, voice)), ("sales", Sales(forecast.Sales.Expected, voice)), ("range", Range(forecast.Cpa, currency, voice)), ("salesRange", SalesRange(forecast.Sales, voice))]);
    }

    public TablePart Signals(CampaignPlan plan, IReadOnlyList<SignalDay> days, string currency, Voice voice)
    {
        string Say(string key) => texts.Say(voice, Room + key);
        string None(string key, int? sales) => sales is { } n ? texts.Say(voice, Room + key, ("sales", n), ("shown", Sales(n, voice))) : Say("signals.never");
        var rules = plan.Worth is not null;
        return new TablePart(null,
            [Say("signals.day"), Say("signals.spend"), Say("signals.sales"), Say("signals.range"), .. rules ? [Say("signals.stop"), Say("signals.proven")] : Array.Empty<string>()],
            [false, true, true, true, .. rules ? [true, true] : Array.Empty<bool>()],
            [.. days.Select(d => (IReadOnlyList<string>)[texts.Say(voice, Room + "signals.on", ("day", d.Day)), Money(d.Spend, currency, voice), Sales(d.Sales, voice), Range(new ThreePoint(d.CpaRange.Low, d.CpaRange.Low, d.CpaRange.High), currency, voice),
                .. rules ? [None("signals.at-most", d.StopAtMost), None("signals.at-least", d.ProvenFrom)] : Array.Empty<string>()])]);
    }

    public IntervalChart SignalChart(CampaignPlan plan, IReadOnlyList<SignalDay> days, double cpa, string currency, Voice voice)
    {
        var rows = days.Select(d => new IntervalRow(texts.Say(voice, Room + "signals.row", ("day", d.Day), ("sales", Math.Round(d.Sales))), Math.Round(d.Sales) > 0 ? d.Spend / Math.Round(d.Sales) : null, d.CpaRange.Low, d.CpaRange.High, d.Day == plan.Days)).ToList();
        return new IntervalChart(texts.Say(voice, Room + "signals.chart"), texts.Say(voice, Room + "signals.alt",
                ("rows", rows.Select(r => new Dictionary<string, object?> { ["label"] = r.Label, ["range"] = Range(new ThreePoint(r.Low, r.Low, r.High), currency, voice) }).ToList()),
                ("worth", plan.Worth is { } worth ? Money(worth, currency, voice) : null), ("cpa", Money(cpa, currency, voice))),
            ChartUnit.Money, currency, rows)
        {
            Reference = plan.Worth,
            ReferenceLabel = plan.Worth is null ? null : texts.Say(voice, Room + "break-even"),
            Heads = new IntervalHeads(texts.Say(voice, Room + "signals.day"), texts.Say(voice, Room + "signals.cpa"), texts.Say(voice, Room + "signals.range")),
        };
    }

    /// <summary>What the table says if the forecast comes true: the day that stops it, the day that proves it, or that neither comes.</summary>
    /// <returns>Null without a break-even.</returns>
    public string? Foretold(CampaignPlan plan, IReadOnlyList<SignalDay> days, Voice voice) =>
        plan.Worth is null ? null
        : days.FirstOrDefault(d => d.ForecastStops) is { } stop ? texts.Say(voice, Room + "signals.foretold.stop", ("day", stop.Day), ("expected", Sales(stop.Sales, voice)), ("limit", Sales(stop.StopAtMost ?? 0, voice)))
        : days.FirstOrDefault(d => d.ForecastProves) is { } proof ? texts.Say(voice, Room + "signals.foretold.proof", ("day", proof.Day), ("expected", Sales(proof.Sales, voice)), ("limit", Sales(proof.ProvenFrom ?? 0, voice)))
        : texts.Say(voice, Room + "signals.foretold.neither");

    /// <summary>What stops the campaign on the day it is asked about (the seventh, or the next that can), as a rule written before it.</summary>
    public string StopRule(CampaignPlan plan, IReadOnlyList<SignalDay> days, string currency, Voice voice) =>
        days.Where(d => d.StopAtMost is not null).OrderBy(d => d.Day < ReviewDay).ThenBy(d => d.Day).FirstOrDefault() is { } first
            ? texts.Say(voice, Room + "signals.rule", ("day", first.Day), ("sales", first.StopAtMost), ("shown", Sales(first.StopAtMost ?? 0, voice)), ("spend", Money(first.Spend, currency, voice)), ("worth", plan.Worth is { } w ? Money(w, currency, voice) : null))
            : texts.Say(voice, Room + (plan.Worth is null ? "signals.no-rule" : "signals.rule-never"), ("worth", plan.Worth is { } worth ? Money(worth, currency, voice) : null));

    public string Incrementality(CampaignPlan plan, IncrementalityPlan chosen, Voice voice) =>
        texts.Say(voice, $"{Room}incrementality.{chosen.Way}.{(chosen.Feasible switch { true => "feasible", false => "not", null => "unsized" })}",
            ("people", chosen.People is { } people ? Count(people, voice) : null), ("reached", chosen.Reached is { } reached ? Count(reached, voice) : null),
            ("frequency", IncrementalityPlan.AssumedFrequency), ("anyway", IncrementalityPlan.AssumedAnyway), ("held", IncrementalityPlan.HeldOutShare),
            ("regions", IncrementalityPlan.Regions), ("before", IncrementalityPlan.DaysBefore), ("during", IncrementalityPlan.DaysDuring), ("days", plan.Days));

    /// <summary>A weak point: the fact with its consequence, and the fix.</summary>
    public (string What, string Fix) Weak(string code, IReadOnlyDictionary<string, object?> values, Voice voice) =>
        (texts.Say(voice, $"{Room}weak.{code}.what", values), texts.Say(voice, $"{Room}weak.{code}.fix", values));

    public string Advice(string advice, Voice voice) => texts.Say(voice, $"{Room}advice.{advice}");

    public string Range(ThreePoint range, string currency, Voice voice) => double.IsFinite(range.High)
        ? texts.Say(voice, Room + "range.between", ("low", Money(range.Low, currency, voice)), ("high", Money(range.High, currency, voice)))
        : texts.Say(voice, Room + "range.from", ("low", Money(range.Low, currency, voice)));

    public string SalesRange(ThreePoint sales, Voice voice) => texts.Say(voice, Room + "range.sales", ("low", Sales(sales.Low, voice)), ("high", Sales(sales.High, voice)));

    /// <summary>Everything a sentence about the plan may name.</summary>
    public IReadOnlyDictionary<string, object?> Values(CampaignPlan plan, CampaignForecast? forecast, LearningNeed? learning, string currency, Voice voice)
    {
        string? Amount(double? value) => value is { } v && double.IsFinite(v) ? Money(v, currency, voice) : null;
        var result = forecast is not null && plan.Worth is { } worth ? forecast.Result(plan.Budget, worth) : (ThreePoint?)null;
        var first = forecast?.Sensitivity is [{ } widest, ..] && plan is { Worth: { } limit, Cost: { } cost } ? (widest.Factor, Needed: cost.ValueFor(widest.Factor, limit)) : ((CostFactor Factor, double Needed)?)null;
        return new Dictionary<string, object?>
        {
            ["budget"] = Amount(plan.Budget),
            ["days"] = plan.Days,
            ["platform"] = texts.Say(voice, Room + "platform." + plan.Platform),
            ["adSets"] = plan.AdSets,
            ["goal"] = plan.Goal is { } goal ? Sales(goal, voice) : null,
            ["worth"] = Amount(plan.Worth),
            ["cpaForGoal"] = Amount(plan.CpaForGoal),
            ["salesToBreakEven"] = plan.SalesToBreakEven is { } even ? Sales(Math.Ceiling(even), voice) : null,
            ["impressions"] = forecast?.Impressions is { } seen ? Count(seen.Expected, voice) : null,
            ["clicks"] = forecast?.Clicks is { } clicked ? Count(clicked.Expected, voice) : null,
            ["sales"] = forecast is null ? null : Sales(forecast.Sales.Expected, voice),
            ["salesCount"] = forecast?.Sales.Expected,
            ["salesRange"] = forecast is null ? null : SalesRange(forecast.Sales, voice),
            ["salesHigh"] = forecast is null ? null : Sales(forecast.Sales.High, voice),
            ["cpa"] = Amount(forecast?.Cpa.Expected),
            ["cpaRange"] = forecast is null ? null : Range(forecast.Cpa, currency, voice),
            ["cpaLow"] = Amount(forecast?.Cpa.Low),
            ["cpaHigh"] = Amount(forecast?.Cpa.High),
            ["result"] = Amount(result?.Expected is { } r ? Math.Abs(r) : null),
            ["loses"] = result?.Expected < 0,
            ["precision"] = forecast is { Sales.Expected: >= 1 } ? Math.Round(CampaignForecast.Precision(forecast.Sales.Expected), 2) : null,
            ["lever"] = first is { } lever ? Name(lever.Factor.Code, voice) : null,
            ["leverNeeded"] = first is { } l && (l.Factor.RaisesCost || l.Needed < 1) ? Input(l.Factor, l.Needed, currency, voice) : null,
            ["leverExpected"] = first is { } e ? Input(e.Factor, e.Factor.Value.Expected, currency, voice) : null,
            ["learningEvents"] = learning?.Rule.Events,
            ["learningDays"] = learning?.Rule.Days,
            ["verified"] = learning?.Rule.Verified,
            ["perAdSet"] = learning?.Rule.PerAdSet,
            ["units"] = learning?.Units,
            ["expectedEvents"] = learning is null ? null : Sales(learning.Expected, voice),
            ["expectedAlone"] = learning is null ? null : Sales(learning.Expected * learning.Units, voice),
            ["budgetPerUnit"] = Amount(learning?.BudgetPerUnit),
            ["unitsFed"] = learning?.UnitsFed,
        };
    }

    private string Learning(CampaignPlan plan, LearningNeed learning, IReadOnlyDictionary<string, object?> values, Voice voice) =>
        texts.Say(voice, Room + "learning." + (learning.IsFed ? "fed" : learning.UnitsFed > 0 && plan.AdSets > 1 ? "thin" : "starved"), values);

    private string Name(string code, Voice voice) => texts.Say(voice, Room + "factor." + code);

    private string Input(CostFactor factor, double value, string currency, Voice voice) =>
        factor.Code is "ctr" or "cvr" ? texts.Say(voice, Room + "rate", ("value", value)) : texts.Say(voice, Room + "amount", ("value", value), ("currency", currency));

    private string Money(double value, string currency, Voice voice) => texts.Say(voice, Room + "amount", ("value", Rounded(value)), ("currency", currency));

    private string Sales(double value, Voice voice) => texts.Say(voice, Room + "count", ("value", value < 10 ? Math.Round(value, 1) : Rounded(value)));

    private string Count(double value, Voice voice) => texts.Say(voice, Room + "count", ("value", Rounded(value)));

    /// <summary>A forecast is no account: whole from 10, three digits from 1,000.</summary>
    private static double Rounded(double value)
    {
        if (Math.Abs(value) < 10 || !double.IsFinite(value))
        {
            return Math.Round(value, 2);
        }

        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2));
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => string.Concat($"{value}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
