using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A test on an average per person: each arm's people, mean and deviation, whatever they came from.</summary>
internal sealed record MeanData
{
    /// <summary>The control first, then the others as they came. At least two.</summary>
    public required IReadOnlyList<MeanOfArm> Arms { get; init; }

    /// <summary>ISO code; null for what is no money, or of an unknown one.</summary>
    public string? Currency { get; init; }

    /// <summary>A file's amounts by their tails; null where only means were given, and nobody can see one.</summary>
    public AmountTail? Tail { get; init; }

    /// <summary>What the reader should know about how it was read.</summary>
    public IReadOnlyList<OfferNote> Cautions { get; init; } = [];

    public MeanOfArm Control => Arms[0];

    public static MeanData Of(params IEnumerable<(string Name, MeanArm Figures)> arms) => new() { Arms = [.. arms.Select(a => new MeanOfArm(a.Name, a.Figures))] };
}

/// <param name="Name">As in the source: "A", "Témoin", "New page".</param>
internal sealed record MeanOfArm(string Name, MeanArm Figures);

/// <summary>How few people the amounts rest on.</summary>
/// <param name="Skewness">Of the most lopsided arm.</param>
/// <param name="Largest">How many of the largest amounts of all arms were set aside: one person in a thousand, three at least.</param>
/// <param name="From">The smallest of them, in the unit of the amounts.</param>
/// <param name="Share">Their part of all the money, 0 to 1.</param>
/// <param name="Without">The arms without them, in the order of the data's arms.</param>
internal sealed record AmountTail(double Skewness, int Largest, double From, double Share, IReadOnlyList<MeanArm> Without)
{
    private const int OneIn = 1000;
    private const int Fewest = 3;

    /// <param name="amounts">One per person, by arm.</param>
    /// <returns>Null where setting the largest aside leaves an arm without two people.</returns>
    public static AmountTail? Of(IReadOnlyList<IReadOnlyList<double>> amounts)
    {
        var all = amounts.SelectMany((a, arm) => a.Select(v => (Value: v, Arm: arm))).OrderByDescending(v => v.Value).ToList();
        var count = Math.Max(Fewest, all.Count / OneIn);
        var rest = Enumerable.Range(0, amounts.Count).Select(_ => new List<double>()).ToList();
        foreach (var (value, arm) in all.Skip(count))
        {
            rest[arm].Add(value);
        }

        var total = all.Sum(v => v.Value);
        return rest.TrueForAll(r => r.Count >= 2)
            ? new AmountTail(amounts.Max(Statistics.Skewness.Of), count, all[count - 1].Value, total > 0 ? all.Take(count).Sum(v => v.Value) / total : 0, [.. rest.Select(MeanArm.Of)])
            : null;
    }
}
