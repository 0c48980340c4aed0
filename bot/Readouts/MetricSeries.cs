using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>One metric over the file's steps (days, weeks or months), and what its own history expects.</summary>
/// <param name="Starts">First day of every step, oldest first, gaps included.</param>
/// <param name="Values">Per step, in the metric's own unit; NaN for a gap.</param>
/// <param name="Tested">What is tested: the values themselves, or for a ratio its counting side against the other. Partial steps are hidden from it.</param>
/// <param name="Inverted">The tested rate is one over the metric (conversions per euro for a CPA), because the noise sits in the denominator.</param>
internal sealed record MetricSeries(Kpi Kpi, Grain Grain, DateOnly[] Starts, double[] Values, SeasonalSeries Tested, bool Inverted)
{
    public string Id => Kpi.Id;

    /// <summary>What one tested event is worth in the metric's unit: 1, or for an amount that comes in few orders the value of an order, so that days without one are not a surprise.</summary>
    public double EventValue { get; init; } = 1;

    /// <summary>Null until the level shifts are known, and where there is too little to expect anything.</summary>
    public SeasonalFit? Fit { get; init; }

    /// <summary>Flagged steps that comparisons leave out.</summary>
    public int LeftOut { get; init; }

    public IReadOnlyList<LevelShift> Shifts { get; init; } = [];

    /// <summary>A steady growth or decline, where it tells the weeks better than levels do.</summary>
    public WeeklyTrend? Trend { get; init; }

    public int StepsPerWeek => Grain == Grain.Day ? 7 : 1;

    /// <summary>Last day of step <paramref name="i"/>.</summary>
    public DateOnly End(int i) => Grain switch
    {
        Grain.Week => Starts[i].AddDays(6),
        Grain.Month => Starts[i].AddMonths(1).AddDays(-1),
        _ => Starts[i],
    };

    /// <summary>A tested value (or an expectation of it) at step <paramref name="i"/> in the metric's own unit.</summary>
    public double Shown(double tested, int i) => Rate(tested / (Kpi.Kind == KpiKind.Ratio ? Tested.Exposure[i] : 1));

    /// <summary>A tested rate in the metric's own unit.</summary>
    public double Rate(double rate) => Inverted ? rate > 0 ? Kpi.Scale / rate : double.NaN : rate * EventValue * (Kpi.Kind == KpiKind.Ratio ? Kpi.Scale : 1);

    /// <summary>The same for a range; an upside-down rate swaps its ends.</summary>
    public Interval Shown(Interval tested, int i)
    {
        var (a, b) = (Shown(tested.Low, i), Shown(tested.High, i));
        return Inverted ? new Interval(b, a) : new Interval(a, b);
    }

    /// <summary>A relative change of the tested rate as a relative change of the metric.</summary>
    public double Change(double tested) => Inverted ? 1 / (1 + tested) - 1 : tested;

    public Interval Change(Interval tested) => Inverted ? new Interval(Change(tested.High), Change(tested.Low)) : tested;
}
