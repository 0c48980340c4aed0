using CsCheck;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

public sealed class TypedMeansTests
{
    private static readonly string[] Pieces = ["A", "B", "control", "variante ", " : ", "/", "156", "5 200", "4,20 €", "1e9", "%", " écart-type ", "moyenne", "±", "\n", ";", "visiteurs", "-3", "n=", "+/-", "sd", "é", "\ud800"];

    [Theory]
    [InlineData("A 5200 visiteurs, 4,20 €, écart-type 18 ; B 5210 visiteurs, 4,70 €, écart-type 18,5", "fr", "EUR")]
    [InlineData("A : 5 200 personnes, moyenne 4,20, écart type 18 ; B : 5 210 personnes, moyenne 4,70, écart type 18,5", "fr", null)]
    [InlineData("A 5,200 people, £4.20, deviation 18; B 5,210 people, £4.70, deviation 18.5", "en", "GBP")]
    [InlineData("A 5200 €4.20 €18, B 5210 €4.70 €18.5", "en", "EUR")]
    [InlineData("A: average $4.20 ± 18 over 5,200 visitors\nB: average $4.70 ± 18.5 over 5,210 visitors", "en", "USD")]
    [InlineData("control n=5200 mean=4.20 sd=18, variant n=5210 mean=4.70 sd=18.5", "en", null)]
    [InlineData("Contrôle, moyenne 4,20 € +/- 18 (n = 5 200) ; variante, moyenne 4,70 € +/- 18,5 (n = 5 210)", "fr", "EUR")]
    public void Averages_are_read_as_people_type_them(string text, string locale, string? currency)
    {
        var (data, refusal) = TypedMeans.Read(text, locale);

        Assert.True(data is not null, refusal?.Code ?? "nothing was read");
        Assert.Equal([new MeanArm(5200, 4.2, 18), new MeanArm(5210, 4.7, 18.5)], data.Arms.Select(a => a.Figures));
        Assert.Equal(currency, data.Currency);
    }

    [Theory]
    [InlineData("A 200/10 000, B 250/10 000", "fr")]
    [InlineData("A : 5200 visiteurs, 156 abos ; B : 5200, 187", "fr")]
    [InlineData("control 5,200 visitors 156 sales, variant 5,210 visitors 187 sales", "en")]
    public void Counts_stay_counts_unless_the_plan_is_about_an_average(string text, string locale)
    {
        Assert.Equal((null, null), TypedMeans.Read(text, locale));
        Assert.Equal("offers.mean.refused.three-figures", TypedMeans.Read(text, locale, expected: true).Refusal?.Code);
    }

    [Theory]
    [InlineData("A 5200 visiteurs, moyenne 4,20 € ; B 5210 visiteurs, moyenne 4,70 €", "offers.mean.refused.three-figures")]
    [InlineData("A 5200, 4,20 €, écart-type 18 ; A 5210, 4,70 €, écart-type 18,5", "offers.refused.arm-twice")]
    [InlineData("A 1 visiteur, 4,20 €, écart-type 18 ; B 5210 visiteurs, 4,70 €, écart-type 18,5", "offers.mean.refused.two-people")]
    public void What_lacks_a_figure_is_refused_by_name(string text, string code) => Assert.Equal(code, TypedMeans.Read(text, "fr").Refusal?.Code);

    [Theory]
    [InlineData("4,20 € par visiteur, écart-type 18", "fr", 4.2, 18.0, null, "EUR")]
    [InlineData("en moyenne 4,20 € par visiteur, avec un écart-type de 18 €, sur 5 200 visiteurs", "fr", 4.2, 18.0, 5200.0, "EUR")]
    [InlineData("£4.20 per visitor, standard deviation 18", "en", 4.2, 18.0, null, "GBP")]
    [InlineData("4,20 € par visiteur", "fr", 4.2, null, null, "EUR")]
    [InlineData("panier de 62 €", "fr", 62.0, null, null, "EUR")]
    [InlineData("12 minutes per reader ± 9", "en", 12.0, 9.0, null, null)]
    [InlineData("$4.20 ± 18", "en", 4.2, 18.0, null, "USD")]
    [InlineData("4,20 € +/- 18 € (n=5 200)", "fr", 4.2, 18.0, 5200.0, "EUR")]
    public void A_baseline_is_read_with_what_was_said(string text, string locale, double mean, double? deviation, double? users, string? currency) =>
        Assert.Equal(new TypedMean(mean, deviation, users, currency), TypedMean.Read(text, locale));

    [Theory]
    [InlineData("4,20 €-3 €")]
    [InlineData("4,20 €, 18 €, 3 €, 5 200 visiteurs")]
    public void Figures_that_nothing_tells_apart_are_no_average(string text) => Assert.Null(TypedMean.Read(text, "fr"));

    [Fact]
    public void Anything_typed_is_read_or_refused_and_never_fails() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 14].Sample(pieces =>
        {
            var text = string.Concat(pieces);
            foreach (var locale in new[] { "fr", "en" })
            {
                _ = TypedMean.Read(text, locale);
                Assert.True(TypedMeans.Read(text, locale, expected: true) is not ({ }, { }));
            }
        });
}
