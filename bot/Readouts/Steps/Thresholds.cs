using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Figures of the main metric that would be out of the ordinary: what its own history predicts for a day like its last one, the quartiles of posts, else its counting range, else a fifth off its total.</summary>
internal static class Thresholds
{
    private const double Off = .2;

    public static (double? Low, double? High) Of(Readout readout, string? main)
    {
        if (main is null || readout.Metrics.FirstOrDefault(m => m.Id == main) is not { Total: { } total } metric)
        {
            return (null, null);
        }

        if (PostThreshold.Of(readout.Table, main) is { } posts)
        {
            return (Rounded((double)posts.Evidence["weak"]!), Rounded((double)posts.Evidence["good"]!));
        }

        if (readout.SeriesOf(main) is { Fit: { } fit } series && series.Tested.UsableCount >= LookBudget.FewestSteps)
        {
            var last = fit.Expected.Length - 1;
            var range = series.Shown(fit.Range(last), last);
            if (double.IsFinite(range.Low) && double.IsFinite(range.High))
            {
                return (Rounded(range.Low), Rounded(range.High));
            }
        }

        return metric.Kind == Kpis.KpiKind.NonAdditive ? (null, null) : (Rounded(total * (1 - Off)), Rounded(total * (1 + Off)));
    }

    /// <summary>Two significant digits: a threshold is a round figure.</summary>
    private static double Rounded(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return Math.Round(value / scale, MidpointRounding.AwayFromZero) * scale;
    }
}
