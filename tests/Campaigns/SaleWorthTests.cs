using MentorBot.Campaigns;

namespace MentorBot.Tests.Campaigns;

/// <summary>facts/statistics.md 3.2 and 4.1, as people type them.</summary>
public sealed class SaleWorthTests
{
    [Theory]
    [InlineData("fr", "panier 60 €, marge 45 %", 27, 2.2222)]
    [InlineData("fr", "60 € de panier, 45 % de marge", 27, 2.2222)]
    [InlineData("fr", "panier moyen de 60 € et marge de 45 %", 27, 2.2222)]
    [InlineData("fr", "panier 60 €, achat 45 %, frais 2 %, livraison 5 €", 26.80, 2.238806)]
    [InlineData("fr", "prix 60 €, coût d'achat 45 %, commission 2 %, port 5 €", 26.80, 2.238806)]
    [InlineData("fr", "panier 62,50 €, marge 40 %", 25, 2.5)]
    [InlineData("en", "basket €60, margin 45%", 27, 2.2222)]
    [InlineData("en", "€60 basket, 45% margin", 27, 2.2222)]
    [InlineData("en", "order value €60, cost of goods 45%, fees 2%, shipping €5", 26.80, 2.238806)]
    public void An_order_and_its_costs_make_a_break_even(string locale, string typed, double cpa, double roas)
    {
        var worth = SaleWorth.Read(typed, locale);

        Assert.Equal(cpa, worth!.BreakEven, 1e-9);
        Assert.Equal(roas, worth.BreakEvenRoas!.Value, 1e-4);
        Assert.Equal("EUR", worth.Currency);
    }

    [Theory]
    [InlineData("fr", "abonnement 12 €/mois, marge 80 %, churn 4 %")]
    [InlineData("fr", "12 € par mois, 80 % de marge et 4 % de churn")]
    [InlineData("en", "subscription €12/month, margin 80%, churn 4%")]
    public void A_subscriber_is_worth_the_margin_over_churn_and_pays_back_in_months(string locale, string typed)
    {
        var worth = SaleWorth.Read(typed, locale);

        Assert.True(worth!.IsSubscription);
        Assert.Equal(240, worth.BreakEven, 1e-9);
        Assert.Equal(10.7103, worth.Payback(85)!.Value, 1e-4);
        Assert.Equal(9.6 * (1 - Math.Pow(.96, 12)) / .04, worth.FirstYear!.Value, 1e-9);
        Assert.Null(worth.BreakEvenRoas);
    }

    [Fact]
    public void A_yearly_churn_is_turned_into_a_monthly_one() =>
        Assert.Equal(.029286, SaleWorth.Read("abonnement 12 €/mois, marge 80 %, churn 30 % par an", "fr")!.Churn!.Value, 1e-6);

    [Fact]
    public void A_profit_to_be_kept_lowers_the_limit() =>
        Assert.Equal(17.80, SaleWorth.Read("panier 60 €, achat 45 %, frais 2 %, livraison 5 €, garder 15 % de profit", "fr")!.TargetCpa!.Value, 1e-9);

    [Fact]
    public void A_sale_that_loses_before_advertising_has_no_cost_that_pays()
    {
        var worth = SaleWorth.Read("panier 20 €, achat 80 %, livraison 6 €", "fr")!;

        Assert.Equal((0, -2), (worth.BreakEven, Math.Round(worth.Margin, 9)));
        Assert.Null(worth.BreakEvenRoas);
    }

    [Theory]
    [InlineData("45 €")]
    [InlineData("40 %")]
    [InlineData("CPA cible 30 €")]
    [InlineData("40 % de 80 €")]
    [InlineData("marge 45 %, marge 30 %, panier 60 €")]
    [InlineData("abonnement 12 €/mois, marge 80 %")]
    [InlineData("abonnement 12 €/mois, marge 80 %, churn 0 %")]
    [InlineData("panier 60 €")]
    [InlineData("panier 60 €, marge 145 %")]
    [InlineData("les gens aiment bien")]
    public void What_is_not_whole_is_left_to_be_asked(string typed) => Assert.Null(SaleWorth.Read(typed, "fr"));
}
