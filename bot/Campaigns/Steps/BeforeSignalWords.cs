using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>What each look at the running campaign will be able to decide, and what the proof takes.</summary>
internal sealed class BeforeSignalWords(Texts texts)
{
    private const string Room = "campaign-plans.";
    private const int ReviewDay = 7;

    private readonly BeforeFigures _figures = new(texts);

    public TablePart Signals(CampaignPlan plan, IReadOnlyList<SignalDay> days, string currency, Voice voice)
    {
        string Say(string key) => texts.Say(voice, Room + key);
        string None(string key, int? sales) => sales is { } n ? texts.Say(voice, Room + key, ("sales", n), ("shown", _figures.Sales(n, voice))) : Say("signals.never");
        var rules = plan.Worth is not null;
        return new TablePart(null,
            [Say("signals.day"), Say("signals.spend"), Say("signals.sales"), Say("signals.range"), .. rules ? [Say("signals.stop"), Say("signals.proven")] : Array.Empty<string>()],
            [false, true, true, true, .. rules ? [true, true] : Array.Empty<bool>()],
            [.. days.Select(d => (IReadOnlyList<string>)[texts.Say(voice, Room + "signals.on", ("day", d.Day)), _figures.Money(d.Spend, currency, voice), _figures.Sales(d.Sales < 1 ? d.Sales : Math.Round(d.Sales), voice), _figures.Range(new ThreePoint(d.CpaRange.Low, d.CpaRange.Low, d.CpaRange.High), currency, voice),
                .. rules ? [None("signals.at-most", d.StopAtMost), None("signals.at-least", d.ProvenFrom)] : Array.Empty<string>()])]);
    }

    public IntervalChart SignalChart(CampaignPlan plan, IReadOnlyList<SignalDay> days, double cpa, string currency, Voice voice)
    {
        var rows = days.Select(d => new IntervalRow(texts.Say(voice, Room + "signals.row", ("day", d.Day), ("sales", Math.Round(d.Sales))), Math.Round(d.Sales) > 0 ? d.Spend / Math.Round(d.Sales) : null, d.CpaRange.Low, d.CpaRange.High, d.Day == plan.Days)).ToList();
        return new IntervalChart(texts.Say(voice, Room + "signals.chart"), texts.Say(voice, Room + "signals.alt",
                ("rows", rows.Select(r => new Dictionary<string, object?> { ["label"] = r.Label, ["range"] = _figures.Range(new ThreePoint(r.Low, r.Low, r.High), currency, voice) }).ToList()),
                ("worth", plan.Worth is { } worth ? _figures.Money(worth, currency, voice) : null), ("cpa", _figures.Money(cpa, currency, voice))),
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
        : days.FirstOrDefault(d => d.ForecastStops) is { } stop ? texts.Say(voice, Room + "signals.foretold.stop", ("day", stop.Day), ("expected", _figures.Sales(stop.Sales, voice)), ("limit", _figures.Sales(stop.StopAtMost ?? 0, voice)))
        : days.FirstOrDefault(d => d.ForecastProves) is { } proof ? texts.Say(voice, Room + "signals.foretold.proof", ("day", proof.Day), ("expected", _figures.Sales(proof.Sales, voice)), ("limit", _figures.Sales(proof.ProvenFrom ?? 0, voice)))
        : texts.Say(voice, Room + "signals.foretold.neither");

    /// <summary>What stops the campaign on the day it is asked about (the seventh, or the next that can), as a rule written before it.</summary>
    public string StopRule(CampaignPlan plan, IReadOnlyList<SignalDay> days, string currency, Voice voice) =>
        days.Where(d => d.StopAtMost is not null).OrderBy(d => d.Day < ReviewDay).ThenBy(d => d.Day).FirstOrDefault() is { } first
            ? texts.Say(voice, Room + "signals.rule", ("day", first.Day), ("sales", first.StopAtMost), ("shown", _figures.Sales(first.StopAtMost ?? 0, voice)), ("spend", _figures.Money(first.Spend, currency, voice)), ("worth", plan.Worth is { } w ? _figures.Money(w, currency, voice) : null))
            : texts.Say(voice, Room + (plan.Worth is null ? "signals.no-rule" : "signals.rule-never"), ("worth", plan.Worth is { } worth ? _figures.Money(worth, currency, voice) : null));

    public string Incrementality(CampaignPlan plan, IncrementalityPlan chosen, Voice voice) =>
        texts.Say(voice, $"{Room}incrementality.{chosen.Way}.{(chosen.Feasible switch { true => "feasible", false => "not", null => "unsized" })}",
            ("people", chosen.People is { } people ? _figures.Count(people, voice) : null), ("reached", chosen.Reached is { } reached ? _figures.Count(reached, voice) : null),
            ("frequency", IncrementalityPlan.AssumedFrequency), ("anyway", IncrementalityPlan.AssumedAnyway), ("held", IncrementalityPlan.HeldOutShare),
            ("regions", IncrementalityPlan.Regions), ("before", IncrementalityPlan.DaysBefore), ("during", IncrementalityPlan.DaysDuring), ("days", plan.Days));
}
