using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>A campaign's reading as drawing orders: costs against the break-even, what more money brought, what moved the cost.</summary>
internal sealed class CampaignCharts(Texts texts)
{
    private const int Most = 10;
    private const int CurvePoints = 24;

    /// <summary>How far beyond the spends that were seen the curve is drawn, broken.</summary>
    private const double Beyond = 1.2;

    private readonly CampaignText _words = new(texts);
    private readonly ReadoutWaterfall _waterfall = new(texts);

    /// <summary>Every chart that this reading has, as parts of a message.</summary>
    public IReadOnlyList<MessagePart> All(CampaignReading reading, Voice voice) =>
    [
        .. Costs(reading, voice) is { } costs ? [new IntervalPart(costs)] : Array.Empty<MessagePart>(),
        .. Response(reading, voice) is { } response ? [new CurvePart(response)] : Array.Empty<MessagePart>(),
        .. Driver(reading, voice) is { } driver ? [new WaterfallPart(driver)] : Array.Empty<MessagePart>(),
    ];

    /// <returns>Null where nothing was spent.</returns>
    public IntervalChart? Costs(CampaignReading reading, Voice voice)
    {
        var lines = reading.Campaigns.Where(l => l.Cost.Spend > 0).Take(Most).ToArray();
        if (lines.Length == 0)
        {
            return null;
        }

        IntervalRow Row(string name, CampaignCost cost, bool strong) => new(name, cost.Cpa, cost.CpaRange.Low, cost.CpaRange.High, strong);
        IntervalRow[] rows = [.. reading.Campaigns.Count > 1 ? [Row(Say("all"), reading.Total, true)] : Array.Empty<IntervalRow>(), .. lines.Select(l => Row(_words.NameOf(reading, l.Name, voice), l.Cost, reading.Campaigns.Count == 1))];
        var worst = lines.Where(l => l.Verdict == CampaignVerdict.Losing).Select(l => _words.NameOf(reading, l.Name, voice)).ToArray();
        return new IntervalChart(Say("title"), Say("alt",
            ("cpa", reading.Total.Cpa), ("hasCpa", reading.Total.Cpa is not null), ("low", reading.Total.CpaRange.Low), ("high", reading.Total.CpaRange.High), ("bounded", double.IsFinite(reading.Total.CpaRange.High)), ("n", reading.Total.Conversions),
            ("breakEvenCpa", reading.BreakEven?.Cpa), ("hasLimit", reading.BreakEven?.Cpa is not null), ("count", reading.Campaigns.Count), ("several", reading.Campaigns.Count > 1), ("losing", worst.Length == 0 ? null : string.Join(", ", worst))), ChartUnit.Money, reading.Currency, rows)
        {
            Reference = reading.BreakEven?.Cpa,
            ReferenceLabel = reading.BreakEven?.Cpa is { } limit ? Say("break-even", ("breakEvenCpa", limit)) : null,
            Heads = new IntervalHeads(Say("campaign"), Say("cpa"), Say("range")),
        };

        string Say(string key, params (string, object?)[] values) => texts.Say(voice, "campaigns.chart.costs." + key, [.. values, ("currency", reading.Currency)]);
    }

    /// <returns>Null with fewer than two spend levels.</returns>
    public CurveChart? Response(CampaignReading reading, Voice voice)
    {
        if (reading.Response is not { Levels.Count: >= 2 } response)
        {
            return null;
        }

        var (first, last, step) = (response.Levels[0], response.Levels[^1], response.Last!);
        return new CurveChart(Say("title"), Say("alt",
                ("levels", response.Levels.Count), ("fromSpend", first.Spend), ("fromConversions", first.Conversions), ("toSpend", last.Spend), ("toConversions", last.Conversions), ("marginalCpa", step.Cost), ("hasMarginal", step.Cost is not null),
                ("breakEvenCpa", reading.BreakEven?.Cpa), ("hasLimit", reading.BreakEven?.Cpa is not null)),
            new CurveAxis(Say("spend"), ChartUnit.Money, reading.Currency), new CurveAxis(Say("conversions"), ChartUnit.Count),
            Curve(response), [.. response.Levels.Select(l => new CurveMark(l.Spend, l.Conversions, Say("level", ("weeks", l.Weeks), ("spend", l.Spend)), l.Range.Low, l.Range.High))])
        {
            SeenUpTo = last.Spend,
        };

        string Say(string key, params (string, object?)[] values) => texts.Say(voice, "campaigns.chart.response." + key, [.. values, ("currency", reading.Currency)]);
    }

    /// <returns>Null where nothing is known to have moved the cost.</returns>
    public WaterfallChart? Driver(CampaignReading reading, Voice voice) => reading.Driver is { } driver ? _waterfall.Of(reading.Readout, driver, voice) : null;

    /// <summary>The power law through the levels; none when it falls, which no curve of a response does.</summary>
    private static CurvePoint[] Curve(SpendResponse response)
    {
        var seen = response.Levels.Where(l => l.Conversions > 0).ToArray();
        if (response.Elasticity is not { } elasticity || !(elasticity > 0) || !double.IsFinite(elasticity) || seen.Length < 2)
        {
            return [];
        }

        var scale = seen.Average(l => Math.Log(l.Conversions) - elasticity * Math.Log(l.Spend));
        var (from, to) = (response.Levels[0].Spend, response.Levels[^1].Spend * Beyond);
        return [.. Enumerable.Range(0, CurvePoints + 1).Select(i => from + (to - from) * i / CurvePoints).Append(response.Levels[^1].Spend).Order().Distinct().Select(x => new CurvePoint(x, Math.Exp(scale + elasticity * Math.Log(x))))];
    }
}
