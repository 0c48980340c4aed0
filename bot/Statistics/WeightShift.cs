namespace MentorBot.Statistics;

/// <summary>Whether the weights of segments moved between two stretches by more than they move from one step to the next.</summary>
internal static class WeightShift
{
    private const double MostPersistence = .8;

    /// <summary>
    /// Test of a weighted mean between two stretches: steps are the unit (their counts are not independent events), each step's influence on its stretch's mean is
    /// exposure/mean exposure × (score - mean), rid of the week's rhythm; the error is stretched by their correlation with the step before.
    /// </summary>
    /// <param name="scores">Per step: the mean score of what was counted in it.</param>
    /// <param name="exposure">Per step: how much was counted.</param>
    /// <param name="seasons">Per step: place in the week.</param>
    /// <param name="before">Steps of the first stretch, ascending.</param>
    /// <returns>Two-sided p; 1 when there are too few steps to know the noise.</returns>
    public static double P(double[] scores, double[] exposure, int[] seasons, IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var (first, second) = (Mean(scores, exposure, before), Mean(scores, exposure, after));
        int[] steps = [.. before, .. after];
        var influence = steps.Select((s, k) => Influence(scores, exposure, s, k < before.Count ? before : after, k < before.Count ? first : second)).ToArray();
        var places = steps.Select((s, k) => (Season: seasons[s], k)).GroupBy(s => s.Season, s => s.k).Select(g => g.ToArray()).ToArray();
        // A rhythm may only be taken out where every place of the week was seen often enough.
        var rhythm = places.Length > 1 && places.All(p => p.Length >= 4);
        if (rhythm)
        {
            foreach (var place in places)
            {
                var mean = place.Average(k => influence[k]);
                Array.ForEach(place, k => influence[k] -= mean);
            }
        }

        var freedom = steps.Length - 2 - (rhythm ? places.Length - 1 : 0);
        if (freedom < 3 || before.Count < 3 || after.Count < 3)
        {
            return 1;
        }

        var persistence = Persistence(influence, steps);
        var error = Math.Sqrt(influence.Sum(i => i * i) / freedom * (1.0 / before.Count + 1.0 / after.Count) * (1 + persistence) / (1 - persistence));
        return second == first ? 1 : error > 0 ? NormalQuantile.TwoSidedP(NormalQuantile.FromStudent((second - first) / error, freedom)) : 0;
    }

    private static double Mean(double[] scores, double[] exposure, IReadOnlyList<int> steps) => steps.Sum(s => exposure[s] * scores[s]) / steps.Sum(s => exposure[s]);

    private static double Influence(double[] scores, double[] exposure, int step, IReadOnlyList<int> stretch, double mean) =>
        exposure[step] * stretch.Count / stretch.Sum(s => exposure[s]) * (scores[step] - mean);

    private static double Persistence(double[] influence, int[] steps)
    {
        var (cross, square) = (0.0, influence.Sum(i => i * i) / influence.Length);
        var pairs = 0;
        for (var k = 1; k < steps.Length; k++)
        {
            if (steps[k] == steps[k - 1] + 1)
            {
                cross += influence[k] * influence[k - 1];
                pairs++;
            }
        }

        return pairs < 10 || square <= 0 ? 0 : Math.Clamp(cross / pairs / square, 0, MostPersistence);
    }
}
