using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Which of the figures behind an outcome moved it: its change, split exactly over the chain that makes it. Context for a move that is real already, so no alarm of its own.</summary>
internal sealed class Drivers : IFinder
{
    private const int Most = 2;

    /// <summary>Of the outcome: an opposite move smaller than this hides nothing worth telling.</summary>
    private const double WorthTelling = .05;

    public IEnumerable<Finding> Find(TableReading reading) => reading.BeforeAndAfter is { } stretches
        ? Chains.For(stretches, reading.Main).Select(c => Of(stretches, c)).OfType<Finding>().Take(Most)
        : [];

    private static Finding? Of(Stretches stretches, Chain chain)
    {
        var (before, after) = stretches.Steps(chain.Columns);
        if (before.Length == 0 || after.Length == 0 || stretches.SeriesOf(chain.Outcome) is not { } outcome || stretches.Change(outcome) is not { } change)
        {
            return null;
        }

        double Sum(string column, int[] steps) => steps.Sum(i => stretches.SeriesOf(column)!.Values[i]);
        double Value(string top, string? bottom, double scale, int[] steps) => scale * Sum(top, steps) / (bottom is null ? steps.Length : Sum(bottom, steps));
        var factors = chain.Factors.Select(f => (Factor: f, Before: Value(f.Top, f.Bottom, f.Scale, before), After: Value(f.Top, f.Bottom, f.Scale, after))).ToArray();
        var (from, to) = (Value(chain.Top, chain.Bottom, 1, before), Value(chain.Top, chain.Bottom, 1, after));
        if (from <= 0 || to <= 0 || Effects(factors, from, to) is not { } effects)
        {
            return null;
        }

        var moved = stretches.IsMove(outcome, change);
        var hidden = !moved && Hides(stretches, chain, effects, from);
        if (!moved && !hidden)
        {
            return null;
        }

        var largest = Enumerable.Range(0, effects.Length).MaxBy(i => Math.Abs(effects[i]));
        return Finding.Of("driver", Severity.Info, chain.Outcome, stretches.From, stretches.To,
        [
            ("basis", stretches.Basis), ("before", from), ("after", to), ("change", to / from - 1), ("direction", to > from ? "up" : "down"), ("hidden", hidden),
            ("largest", chain.Factors[largest].Id), ("factors", string.Join(", ", chain.Factors.Select(f => f.Id))),
            .. factors.SelectMany((f, i) => new (string, object?)[]
            {
                ("effect_" + f.Factor.Id, effects[i]), ("before_" + f.Factor.Id, f.Before), ("after_" + f.Factor.Id, f.After),
                ("share_" + f.Factor.Id, hidden ? null : effects[i] / (to - from)), ("divides_" + f.Factor.Id, f.Factor.Divides),
            }),
            ("gap", to - from), ("sum", effects.Sum()), ("logMean", Lmdi.LogMean(to, from)), ("volume", chain.Bottom is null), ("p", change.P), ("n", Sum(chain.Events, before) + Sum(chain.Events, after)),
            ("nOf", chain.Events), ("stepsBefore", before.Length), ("stepsAfter", after.Length), ("beforeFrom", stretches.BeforeFrom), ("beforeTo", stretches.BeforeTo),
        ]);
    }

    /// <summary>The effects of the chain in the outcome's unit; the chain's own product equals the outcome up to its scale, so that they are effects on the outcome itself.</summary>
    private static double[]? Effects((Factor Factor, double Before, double After)[] factors, double from, double to)
    {
        var product = Lmdi.Effects([.. factors.Select(f => f.Factor.Divides ? (1 / f.Before, 1 / f.After) : (f.Before, f.After))]);
        var made = factors.Aggregate(1.0, (v, f) => f.Factor.Divides ? v / f.Before : v * f.Before);
        return product is null ? null : Array.ConvertAll(product, e => e * from / made);
    }

    /// <summary>A flat total over two large moves against each other, each beyond chance by itself. Source: facts/statistics.md 2.3.</summary>
    private static bool Hides(Stretches stretches, Chain chain, double[] effects, double level)
    {
        var sure = chain.Factors.Select((f, i) => (Factor: f, Effect: effects[i])).Where(f => Math.Abs(f.Effect) >= WorthTelling * level
            && stretches.SeriesOf(f.Factor.Id) is { } series && stretches.Change(series) is { } change && stretches.IsMove(series, change)).ToArray();
        return sure.Any(f => f.Effect > 0) && sure.Any(f => f.Effect < 0);
    }
}
