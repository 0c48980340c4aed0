using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class LmdiTests
{
    private static readonly Gen<(double, double)[]> Factors = Gen.Select(Gen.Double[.01, 1e4], Gen.Double[.01, 1e4]).Array[1, 5];

    [Fact]
    public void Revenue_of_the_worked_example()
    {
        var effects = Lmdi.Effects([(50_000, 55_000), (.02, .017), (60, 64)])!;

        Assert.Equal([5710.9826, -9738.1285, 3867.1459], effects.Select(e => Math.Round(e, 4)));
        Assert.Equal(-160, effects.Sum(), 1e-6);
        Assert.Equal(59_919.964, Lmdi.LogMean(59_840, 60_000), 1e-3);
    }

    [Fact]
    public void Cost_per_conversion_of_the_worked_example()
    {
        var effects = Lmdi.Effects([(8.0 / 1000, 9.2 / 1000), (1 / .012, 1 / .011), (1 / .03, 1 / .027)])!;

        Assert.Equal(3.6837717, effects[0], 1e-6);
        Assert.Equal(2.2934001, effects[1], 1e-6);
        Assert.Equal(2.777037, effects[2], 1e-6);
    }

    [Fact]
    public void Effects_add_up_to_the_move() => Factors.Sample(f =>
    {
        var (before, after) = (f.Aggregate(1.0, (v, x) => v * x.Item1), f.Aggregate(1.0, (v, x) => v * x.Item2));
        return Math.Abs(Lmdi.Effects(f)!.Sum() - (after - before)) <= 1e-9 * Math.Max(before, after);
    });

    [Fact]
    public void The_order_of_the_factors_does_not_matter() => Factors.Sample(f =>
    {
        var (straight, reversed) = (Lmdi.Effects(f)!, Lmdi.Effects([.. f.Reverse()])!);
        return straight.Zip(reversed.Reverse()).All(e => Math.Abs(e.First - e.Second) <= 1e-9 * Math.Max(1, straight.Max(Math.Abs)));
    });

    [Fact]
    public void Nothing_moved_gives_zeros() => Assert.Equal([0, 0], Lmdi.Effects([(3, 3), (7, 7)])!);

    [Fact]
    public void Opposite_moves_that_cancel_are_not_zero() => Assert.Equal(2 * Math.Log(2), Lmdi.Effects([(1, 2), (2, 1)])![0], 1e-12);

    [Fact]
    public void A_factor_that_starts_or_stops_has_no_effect_to_give() => Assert.Null(Lmdi.Effects([(0, 2), (2, 1)]));
}
