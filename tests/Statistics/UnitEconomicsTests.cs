using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.2 and 4.1.</summary>
public sealed class UnitEconomicsTests
{
    [Fact]
    public void An_order_of_60_leaves_26_80_and_breaks_even_there()
    {
        var margin = UnitEconomics.Margin(60, .45, .02, 5);

        Assert.Equal(26.80, margin, 1e-12);
        Assert.Equal(.446667, margin / 60, 5e-7);
        Assert.Equal(26.80, UnitEconomics.BreakEvenCpa(margin), 1e-12);
        Assert.Equal(2.238806, UnitEconomics.BreakEvenRoas(60, margin), 5e-7);
        Assert.Equal(17.80, UnitEconomics.TargetCpa(60, margin, .15), 1e-12);
    }

    [Fact]
    public void A_subscriber_is_worth_240_and_pays_back_in_nine_months_or_eleven_with_those_who_leave()
    {
        var value = UnitEconomics.LifetimeValue(12, .8, .04);

        Assert.Equal(240, value, 1e-12);
        Assert.Equal(2.8235294, value / 85, 5e-8);
        Assert.Equal(8.8542, UnitEconomics.Payback(85, 12, .8), 5e-5);
        Assert.Equal(10.7103, UnitEconomics.Payback(85, 12, .8, .04), 5e-5);
    }

    [Fact]
    public void At_the_break_even_cpa_the_return_is_the_break_even_return() =>
        Gen.Select(Gen.Double[1, 1000], Gen.Double[0, .6], Gen.Double[0, .3], Gen.Double[0, 20]).Sample((value, cogs, fee, shipping) =>
        {
            var margin = UnitEconomics.Margin(value, cogs, fee, shipping);
            if (margin > 1e-6)
            {
                Assert.Equal(UnitEconomics.BreakEvenRoas(value, margin), value / UnitEconomics.BreakEvenCpa(margin), 1e-6);
                Assert.True(UnitEconomics.TargetCpa(value, margin, .1) < UnitEconomics.BreakEvenCpa(margin));
            }
        }, iter: 300);

    [Fact]
    public void Those_who_leave_only_make_it_later_and_paid_back_never_costs_more_than_the_lifetime_value() =>
        Gen.Select(Gen.Double[1, 500], Gen.Double[1, 100], Gen.Double[.05, 1], Gen.Double[.001, .5]).Sample((cac, arpu, margin, churn) =>
        {
            var (plain, leaving) = (UnitEconomics.Payback(cac, arpu, margin), UnitEconomics.Payback(cac, arpu, margin, churn));
            Assert.True(leaving >= plain || plain < 1);
            Assert.Equal(cac < UnitEconomics.LifetimeValue(arpu, margin, churn), double.IsFinite(leaving));
        }, iter: 300);

    [Fact]
    public void What_never_pays_is_infinite_and_never_a_number_that_looks_like_one()
    {
        Assert.Equal(double.PositiveInfinity, UnitEconomics.BreakEvenRoas(60, 0));
        Assert.Equal(double.PositiveInfinity, UnitEconomics.BreakEvenRoas(60, UnitEconomics.Margin(60, .9, .2, 5)));
        Assert.Equal(0, UnitEconomics.BreakEvenCpa(-11));
        Assert.Equal(double.PositiveInfinity, UnitEconomics.Payback(85, 0, .8));
        Assert.Equal(double.PositiveInfinity, UnitEconomics.Payback(300, 12, .8, .04));
        Assert.Equal(double.PositiveInfinity, UnitEconomics.LifetimeValue(12, .8, 0));
        Assert.Equal((0, 0), (UnitEconomics.Payback(0, 0, 0), UnitEconomics.LifetimeValue(0, .8, 0)));
        Assert.Equal(.5, UnitEconomics.Payback(6, 12, 1, 1));
    }

    [Fact]
    public void A_share_given_in_percent_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitEconomics.Margin(60, 45, .02, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitEconomics.LifetimeValue(12, .8, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitEconomics.BreakEvenRoas(0, 5));
    }
}
