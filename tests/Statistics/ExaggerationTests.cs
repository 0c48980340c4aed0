using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.7 (Gelman and Carlin).</summary>
public sealed class ExaggerationTests
{
    [Theory]
    [InlineData(.5, .079, 4.79, .088)]
    [InlineData(1, .170, 2.49, .009)]
    public void A_winner_of_a_small_test_is_mostly_noise(double effect, double power, double factor, double wrongSign)
    {
        var told = Exaggeration.Of(effect);

        Assert.Equal(power, told.Power, 5e-4);
        Assert.Equal(factor, told.Factor, 5e-3);
        Assert.Equal(wrongSign, told.WrongSign, 5e-4);
    }

    [Theory]
    [InlineData(1.5, .323, 1.74, 5e-3)]
    [InlineData(2, .516, 1.386, 5e-4)]
    [InlineData(2.8, .80, 1.125, 5e-4)]
    [InlineData(3.5, .938, 1.037, 5e-4)]
    public void A_large_one_hardly_overstates(double effect, double power, double factor, double tolerance)
    {
        var told = Exaggeration.Of(effect);

        Assert.Equal(power, told.Power, 5e-4);
        Assert.Equal(factor, told.Factor, tolerance);
    }

    [Fact]
    public void A_larger_effect_is_found_more_often_overstated_less_and_never_understated_on_average() => Gen.Select(Gen.Double[.05, 6], Gen.Double[.001, .2]).Sample((effect, alpha) =>
    {
        var (told, more) = (Exaggeration.Of(effect, alpha), Exaggeration.Of(effect + .1, alpha));
        Assert.True(more.Power > told.Power && more.Factor < told.Factor && told.Factor > 1 && more.WrongSign <= told.WrongSign);
        Assert.Equal(told, Exaggeration.Of(-effect, alpha));
    }, iter: 300);

    [Fact]
    public void Without_any_effect_every_finding_is_noise_and_half_of_them_point_the_wrong_way()
    {
        var told = Exaggeration.Of(0);

        Assert.Equal(.05, told.Power, 1e-9);
        Assert.Equal(double.PositiveInfinity, told.Factor);
        Assert.Equal(.5, told.WrongSign, 1e-9);
    }
}
