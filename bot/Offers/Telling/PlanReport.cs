using MathNet.Numerics.Distributions;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>A plan in words: what it takes, what it can see, what to think of, the rule to write down.</summary>
internal sealed class PlanReport(Texts texts)
{
    private readonly OfferCharts _charts = new(texts);

    public TextPart Verdict(OfferPlan plan, Voice voice)
    {
        var code = plan.Verdict switch { PlanVerdict.Fits => "fits", PlanVerdict.Long => "long", PlanVerdict.CannotBePowered => "never", _ => "traffic-unknown" };
        var told = Say(plan, voice, $"verdict.{code}", Values(plan));
        return new TextPart(plan.Input.IsEqualSplit ? $"**{told}**" : $"**{told}** {Say(plan, voice, "uneven", Values(plan))}");
    }

    public FactsPart Facts(OfferPlan plan, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        var facts = new List<Fact>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts.Add(new Fact(Say(plan, voice, $"fact.{name}"), value));
            }
        }

        Add("per-arm", write.Count(plan.PerArm));
        Add("total", write.Count(plan.Total));
        Add("days", plan.Days is { } days ? write.Count(days) : null);
        Add("weeks", plan.FullWeeks is { } weeks ? write.Count(weeks) : null);
        Add("detectable", plan.MinimumDetectable is { } seen
            ? Say(plan, voice, "fact.detectable-value", ("difference", Signed(plan, seen)), ("lift", Signed(plan, seen) / plan.Input.Baseline), ("weeks", plan.Input.Daily is null ? null : (double)OfferPlan.UsualWeeks), ("unit", PlanUnit.Of(plan.Input)), ("currency", plan.Input.Spread?.Currency))
            : Say(plan, voice, "fact.detectable-none"));
        Add("power", write.Percent(plan.Input.Power));
        Add("alpha", write.Percent(plan.Input.Alpha));
        return new FactsPart(facts);
    }

    /// <summary>What 2, 4 and 8 weeks can see; null without a daily figure.</summary>
    public TablePart? Sights(OfferPlan plan, Voice voice)
    {
        if (plan.Sights.Count == 0)
        {
            return null;
        }

        var write = NumberWriter.For(voice.Locale);
        var none = Say(plan, voice, "sight.none");
        return new TablePart(
            Say(plan, voice, "sight.title"),
            [Say(plan, voice, "sight.weeks"), Say(plan, voice, "sight.people"), Say(plan, voice, "sight.difference"), Say(plan, voice, "sight.lift")],
            [true, true, true, true],
            [.. plan.Sights.Select(s => (IReadOnlyList<string>)[write.Count(s.Weeks), write.Number(s.PerArm, 0), s.Difference is { } d ? PlanUnit.Gap(plan.Input, write, Signed(plan, d)) : none, s.Lift is { } l ? write.Change(Signed(plan, l)) : none])]);
    }

    public IReadOnlyList<NoticePart> Warnings(OfferPlan plan, Voice voice) =>
        [.. plan.Warnings.Select(w => new NoticePart(w.Name is "never" or "long" or "underpowered" or "blind" ? NoticeTone.Warning : NoticeTone.Info, w.In(texts, voice)))];

    /// <summary>The decision rule that is written before the start.</summary>
    public TextPart Rule(OfferPlan plan, Voice voice) => new(Say(plan, voice, plan.Input.Difference < 0 ? "rule-down" : "rule", Values(plan)));

    public Message Whole(OfferPlan plan, Voice voice)
    {
        var parts = new List<MessagePart> { Verdict(plan, voice), Facts(plan, voice) };
        if (Sights(plan, voice) is { } sights)
        {
            parts.Add(sights);
        }

        parts.AddRange(Warnings(plan, voice));
        if (plan.Verdict != PlanVerdict.CannotBePowered)
        {
            parts.Add(Rule(plan, voice));
        }

        return new Message([.. parts, new CurvePart(_charts.Power(plan, voice))], voice.Locale);
    }

    /// <summary>For "why?": one line per computed figure.</summary>
    public IReadOnlyList<string> Arithmetic(OfferPlan plan, Voice voice)
    {
        var values = Values(plan);
        var lines = new List<string> { Say(plan, voice, plan.Input.IsEqualSplit ? "arithmetic.size" : "arithmetic.size-uneven", values), Say(plan, voice, "arithmetic.quantiles", values) };
        if (plan.Input.Arms > 2)
        {
            lines.Add(Say(plan, voice, "arithmetic.shared", values));
        }

        if (plan.Days is not null)
        {
            lines.Add(Say(plan, voice, "arithmetic.days", values));
        }

        return lines;
    }

    private static double Signed(OfferPlan plan, double size) => plan.Input.Difference < 0 ? -size : size;

    private static Dictionary<string, object?> Values(OfferPlan plan)
    {
        var input = plan.Input;
        var middle = (input.Baseline + input.Target) / 2;
        return new Dictionary<string, object?>
        {
            ["from"] = input.Baseline,
            ["to"] = input.Target,
            ["fromRest"] = 1 - input.Baseline,
            ["toRest"] = 1 - input.Target,
            ["mean"] = middle,
            ["rest"] = 1 - middle,
            ["difference"] = Math.Abs(input.Difference),
            ["lift"] = input.Lift,
            ["perArm"] = (double)plan.PerArm,
            ["control"] = (double)plan.Control,
            ["total"] = (double)plan.Total,
            ["days"] = (double?)plan.Days,
            ["weeks"] = (double?)plan.FullWeeks,
            ["daily"] = input.Daily,
            ["share"] = input.Share,
            ["power"] = input.Power,
            ["alpha"] = input.AlphaPerArm,
            ["whole"] = input.Alpha,
            ["comparisons"] = (double)(input.Arms - 1),
            ["times"] = input.ControlPerTreated ?? 1,
            ["za"] = Normal.InvCDF(0, 1, 1 - input.AlphaPerArm / 2),
            ["zb"] = Normal.InvCDF(0, 1, input.Power),
            ["n"] = OfferPlan.Size(input).Treated,
            ["deviation"] = input.Spread?.Deviation,
            ["unit"] = PlanUnit.Of(input),
            ["currency"] = input.Spread?.Currency,
        };
    }

    private string Say(OfferPlan plan, Voice voice, string key, params IEnumerable<(string, object?)> values) => texts.Say(voice, PlanUnit.Key(texts, plan.Input, voice, key), values);

    private string Say(OfferPlan plan, Voice voice, string key, IReadOnlyDictionary<string, object?> values) => texts.Say(voice, PlanUnit.Key(texts, plan.Input, voice, key), values);
}
