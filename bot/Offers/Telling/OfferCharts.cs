using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>The drawings of a plan and of a reading.</summary>
internal sealed class OfferCharts(Texts texts)
{
    /// <summary>Rates of the arms, then their differences from the control against zero; none when the split is broken.</summary>
    public IReadOnlyList<IntervalChart> Of(OfferReading reading, Voice voice) => reading.CanBeRead ? [Rates(reading, voice), Differences(reading, voice)] : [];

    public IntervalChart Rates(OfferReading reading, Voice voice)
    {
        var arms = reading.Data.Arms.Select((a, i) => (a.Name, a.Counts.Rate, Range: Proportions.Wilson(a.Counts.Conversions, a.Counts.Users), Strong: i == reading.Main.Index)).ToList();
        var told = arms.Select(a => new Dictionary<string, object?> { ["name"] = a.Name, ["rate"] = a.Rate, ["low"] = a.Range.Low, ["high"] = a.Range.High }).ToList();
        return new IntervalChart(Read(voice, "rates-title"), Read(voice, "rates-alt", ("arms", told)), ChartUnit.Percent, null, [.. arms.Select(a => new IntervalRow(a.Name, a.Rate, a.Range.Low, a.Range.High, a.Strong))])
        {
            Heads = new IntervalHeads(Read(voice, "arm"), Read(voice, "rate"), Read(voice, "range")),
        };
    }

    public IntervalChart Differences(OfferReading reading, Voice voice)
    {
        var control = reading.Data.Control.Name;
        var told = reading.Versus.Select(v => new Dictionary<string, object?>
        {
            ["name"] = v.Name,
            ["difference"] = v.Compared.Difference,
            ["low"] = v.Compared.Range.Low,
            ["high"] = v.Compared.Range.High,
            ["zero"] = !v.Decided,
        }).ToList();
        return new IntervalChart(
            Read(voice, "difference-title", ("control", control)),
            Read(voice, "difference-alt", ("arms", told), ("control", control)),
            ChartUnit.Percent,
            null,
            [.. reading.Versus.Select(v => new IntervalRow(v.Name, v.Compared.Difference, v.Compared.Range.Low, v.Compared.Range.High, v == reading.Main))])
        {
            Reference = 0,
            ReferenceLabel = Read(voice, "zero"),
            Heads = new IntervalHeads(Read(voice, "arm"), Read(voice, "difference"), Read(voice, "range")),
        };
    }

    /// <summary>Chance to see the planned effect by people per arm, with the plan and the weeks of traffic marked.</summary>
    public CurveChart Power(OfferPlan plan, Voice voice)
    {
        var input = plan.Input;
        var values = new (string, object?)[]
        {
            ("lift", input.Lift), ("from", input.Baseline), ("to", input.Target), ("power", OfferPlan.PowerAt(input, plan.PerArm)), ("perArm", (double)plan.PerArm), ("half", OfferPlan.PowerAt(input, plan.PerArm / 2.0)),
            ("unit", PlanUnit.Of(input)), ("currency", input.Spread?.Currency), ("halfUsers", Math.Round(plan.PerArm / 2.0)), ("double", OfferPlan.PowerAt(input, plan.PerArm * 2.0)), ("doubleUsers", plan.PerArm * 2.0),
        };
        string Say(string key) => texts.Say(voice, PlanUnit.Key(texts, input, voice, $"chart.{key}"), values);
        return new CurveChart(Say("title"), Say("alt"), new CurveAxis(Say("x"), ChartUnit.Count), new CurveAxis(Say("y"), ChartUnit.Percent), [.. plan.Curve.Select(p => new CurvePoint(p.Users, p.Power))], [new CurveMark(plan.PerArm, OfferPlan.PowerAt(input, plan.PerArm), Say("plan")), .. Weeks(plan, voice)])
        {
            Reference = input.Power,
            ReferenceLabel = texts.Say(voice, "offers.plan.chart.reference", ("power", input.Power)),
        };
    }

    /// <summary>Where 2, 4 and 8 weeks of traffic stand on the curve; those beyond its end are left out.</summary>
    private IEnumerable<CurveMark> Weeks(OfferPlan plan, Voice voice) =>
        plan.Sights.Where(s => s.PerArm <= 2.0 * plan.PerArm).Select(s => new CurveMark(s.PerArm, OfferPlan.PowerAt(plan.Input, s.PerArm), texts.Say(voice, "offers.plan.chart.weeks", ("weeks", (double)s.Weeks))));

    private string Read(Voice voice, string key, params IEnumerable<(string, object?)> values) => texts.Say(voice, $"offers.read.chart.{key}", values);
}
