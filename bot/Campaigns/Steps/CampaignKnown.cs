using System.Text.Json;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>What the later steps of a challenge need of its reading, as figures, codes and finished sentences in the run: the upload is gone by then.</summary>
internal sealed class CampaignKnown(Texts texts)
{
    /// <summary>Days of a week.</summary>
    private const double Week = 7;

    /// <summary>Two thresholds nearer than this are one.</summary>
    private const double SameThreshold = .03;

    public static readonly IReadOnlyList<string> Writes =
    [
        "standing", "action", "few", "counting_broken", "last_step_loses", "n", "cpa", "cpa_low", "cpa_high", "range_low", "range_high", "break_even_value", "break_even_cpa", "marginal_cpa", "weekly_loss",
        "reading_line", "propose", "threshold_proposed", "threshold_edge", "threshold_metric", "threshold_unit", "threshold_note", "review_on", "review_why", "lift_asked", "lift_options", "lift_line",
        "signs", "why", "lesson", "curse", "headline", "arithmetic", "about", "range_metric", KeptSpots.Name, KeptCampaigns.Name,
    ];

    private readonly CampaignText _words = new(texts);
    private readonly CampaignArithmetic _arithmetic = new(texts);
    private readonly ReadoutArithmetic _readoutArithmetic = new(texts);

    public void Keep(FlowWalk walk, CampaignReading reading, IReadOnlyList<Finding> told)
    {
        Economics(walk, reading);
        Decision(walk, reading);
        Tests(walk, reading);
        Lesson(walk, reading);
        KeptCampaigns.Keep(walk, reading);
        var before = string.Join('\n', KeptSpots.Of(walk).Select(s => s.Code));
        KeptSpots.Keep(walk, Scepticism.Questions(reading));
        if (string.Join('\n', KeptSpots.Of(walk).Select(s => s.Code)) != before)
        {
            // Answers belong to the questions that were asked.
            walk.State = walk.State with { Answers = walk.State.Answers.RemoveRange(walk.Flow.Steps.Where(s => s.Kind == ScepticKind.Name).Select(s => s.Id)) };
        }

        IEnumerable<string> lines =
        [
            .. _arithmetic.OfTotal(reading, walk.Voice), .. told.Skip(1).SelectMany(f => _arithmetic.OfFinding(reading, f, walk.Voice)),
            .. reading.Driver is { } driver ? _readoutArithmetic.OfFinding(reading.Readout, driver, walk.Voice) : [],
        ];
        walk.Set("arithmetic", Text(string.Join("\n", lines.Distinct())));
    }

    private static void Economics(FlowWalk walk, CampaignReading reading)
    {
        var (cost, currency) = (reading.Mature.WithDispersion(reading.Dispersion), reading.Currency ?? "");
        var byReturn = cost.JudgedByReturn(reading.BreakEven);
        var limit = reading.BreakEven?.Cpa;
        var unit = byReturn ? null : currency;
        var range = byReturn ? cost.RoasRange!.Value : cost.CpaRange;
        walk.Set("standing", FlowValue.Of(CampaignText.Wire(reading.Standing)));
        walk.Set("few", FlowValue.Of(cost.Conversions < CampaignLines.Fewest));
        walk.Set("counting_broken", FlowValue.Of(SignsOf.Of(reading).Counting != Counting.Sound));
        walk.Set("last_step_loses", FlowValue.Of(reading.Findings.Any(f => f.Code == "saturated")));
        Number(walk, "n", cost.Conversions);
        Number(walk, "cpa", cost.Cpa, currency);
        Number(walk, "cpa_low", cost.CpaRange.Low, currency);
        Number(walk, "cpa_high", cost.CpaRange.High, currency);
        walk.Set("range_metric", FlowValue.Of(byReturn ? "roas" : "cpa"));
        Number(walk, "range_low", byReturn ? Math.Round(range.Low, 2) : range.Low, unit);
        Number(walk, "range_high", byReturn ? Math.Round(range.High, 2) : range.High, unit);
        Number(walk, "break_even_value", byReturn ? Math.Round(reading.BreakEven!.Roas!.Value, 2) : limit, unit);
        Number(walk, "break_even_cpa", limit, currency);
        Number(walk, "marginal_cpa", reading.Response?.Last?.Cost, currency);
        Number(walk, "weekly_loss", limit is { } edge && reading.Days is > 0 and var days && cost.Spend > cost.Conversions * edge ? Round((cost.Spend - cost.Conversions * edge) / days * Week) : null, currency);
        var line = walk.T("running.line",
            ("standing", CampaignText.Wire(reading.Standing)), ("few", cost.Conversions < CampaignLines.Fewest), ("n", cost.Conversions), ("spend", cost.Spend), ("cpa", cost.Cpa), ("hasCpa", cost.Cpa is not null), ("low", cost.CpaRange.Low), ("high", cost.CpaRange.High),
            ("bounded", double.IsFinite(cost.CpaRange.High)), ("limit", limit), ("hasLimit", limit is not null), ("byReturn", byReturn), ("roas", cost.Roas), ("roasLow", cost.RoasRange?.Low), ("roasHigh", cost.RoasRange?.High), ("limitRoas", reading.BreakEven?.Roas),
            ("broken", reading.Verdicts.Tracking.Level == VerdictLevel.Bad), ("currency", reading.Currency));
        walk.Set("reading_line", FlowValue.Of(line));
        walk.Set("headline", FlowValue.Of(line));
    }

    private void Decision(FlowWalk walk, CampaignReading reading)
    {
        var (cost, decision) = (reading.Mature.WithDispersion(reading.Dispersion), reading.Decision);
        var byReturn = decision.ThresholdMetric == "roas";
        var unit = byReturn ? null : reading.Currency ?? "";
        var end = byReturn ? cost.RoasRange?.Low : cost.CpaRange.High;
        var proposed = decision.Threshold ?? Finite(end);
        var edge = reading.Standing == Standing.Pays && decision.Threshold is not null && Finite(end) is { } far && Math.Abs(far / decision.Threshold.Value - 1) > SameThreshold ? far : (double?)null;
        var few = reading.Mature.Conversions < CampaignLines.Fewest;
        var settling = few ? Settling.For(reading, CampaignLines.Fewest) : Settling.Of(reading);
        walk.Set("about", decision.Campaigns.Count > 0 ? FlowValue.Of(string.Join(", ", decision.Campaigns)) : null);
        walk.Set("action", FlowValue.Of(CampaignText.Wire(decision.Action)));
        walk.Set("why", FlowValue.Of(decision.Why));
        walk.Set("signs", FlowValue.Of(JsonSerializer.Serialize(SignsOf.Of(reading))));
        walk.Set("propose", FlowValue.Of(_words.Reason(reading, walk.Voice)));
        Number(walk, "threshold_proposed", proposed is { } p ? Rounded(p, byReturn) : null, unit);
        Number(walk, "threshold_edge", edge is { } e ? Rounded(e, byReturn) : null, unit);
        walk.Set("threshold_metric", FlowValue.Of(decision.ThresholdMetric));
        walk.Set("threshold_unit", unit is { Length: > 0 } ? FlowValue.Of(unit) : null);
        walk.Set("threshold_note", Text(walk.T("running.threshold-note",
            ("limit", decision.Threshold), ("hasLimit", decision.Threshold is not null), ("edge", edge), ("hasEdge", edge is not null), ("byReturn", byReturn), ("high", cost.CpaRange.High), ("bounded", double.IsFinite(cost.CpaRange.High)), ("n", cost.Conversions), ("currency", reading.Currency))));
        walk.Set("review_on", FlowValue.Of(Mornings.Workday(decision.ReadOn is { } on && on > walk.Talk.Today ? on : walk.Talk.Today.AddDays(CampaignDecision.LastRead))));
        walk.Set("review_why", Text(walk.T("running.review-why",
            ("missing", settling.Missing), ("days", settling.Days), ("soon", settling is { InTime: true, Missing: > 0 }), ("few", few), ("scale", decision.Action == CampaignAction.Scale), ("from", CampaignDecision.FirstRead), ("to", CampaignDecision.LastRead))));
    }

    private void Tests(FlowWalk walk, CampaignReading reading)
    {
        var within = reading.LiftTests.Where(t => t.Feasible != Feasibility.No).ToList();
        var asked = reading.Standing != Standing.Loses && reading.Mature.Conversions >= CampaignLines.Fewest && reading.Verdicts.Tracking.Level != VerdictLevel.Bad && within.Count > 0;
        walk.Set("lift_asked", FlowValue.Of(asked));
        walk.Set("lift_options", FlowValue.Of([.. within.Select(t => CampaignText.Wire(t.Kind))]));
        walk.Set("lift_line", Text(string.Join("\n", within.Select(t => "- " + _words.Test(reading, t, walk.Voice)))));
    }

    private static void Lesson(FlowWalk walk, CampaignReading reading)
    {
        bool Found(string code) => reading.Findings.Any(f => f.Code == code);
        var curse = reading.Findings.FirstOrDefault(f => f.Code == "winners-curse" && Equals(f.Evidence.GetValueOrDefault("differs"), false));
        walk.Set("lesson", FlowValue.Of(
            reading.Verdicts.Tracking.Level == VerdictLevel.Bad ? "counting"
            : reading.Mature.Conversions < CampaignLines.Fewest ? "few"
            : Found("saturated") ? "margin"
            : reading.Gap is { IsLarge: true } ? "gap"
            : reading.Standing == Standing.Unknown ? "blind"
            : curse is not null ? "curse"
            : "range"));
        walk.Set("curse", curse is null ? null : Text(walk.T("running.curse", ("campaign", curse.Segment), ("cpa", curse.Number("cpa")), ("shrunk", curse.Number("shrunkCpa")), ("n", curse.Number("n")), ("currency", reading.Currency))));
    }

    private static void Number(FlowWalk walk, string name, double? value, string? unit = null) => walk.Set(name, Finite(value) is { } v ? FlowValue.Of(v, unit) : null);

    private static FlowValue? Text(string text) => text.Length > 0 ? FlowValue.Of(text) : null;

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    /// <summary>An estimate of money: two digits carry it.</summary>
    private static double Round(double value)
    {
        var scale = value > 0 ? Math.Pow(10, Math.Floor(Math.Log10(value)) - 1) : 1;
        return Math.Round(value / scale) * scale;
    }

    /// <summary>A threshold is a figure that somebody remembers: to the unit from 10 on, else to the tenth.</summary>
    private static double Rounded(double value, bool isRatio) => isRatio ? Math.Round(value, 2) : value >= 10 ? Math.Round(value) : Math.Round(value, 1);
}
