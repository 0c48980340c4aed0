using MentorBot.Campaigns;
using MentorBot.Messages;
using static MentorBot.Tests.Campaigns.Running.SimulatedCampaigns;

namespace MentorBot.Tests.Campaigns.Running;

public sealed class ScepticismTests
{
    private static readonly Voice French = new("fr", AddressForm.Tu);
    private static readonly Voice English = new("en", AddressForm.Vous);

    [Fact]
    public void There_are_always_three_questions_each_about_another_spot() => Assert.All(CampaignTextsTests.Gallery(), reading =>
    {
        var asked = Scepticism.Questions(reading);
        Assert.Equal(Scepticism.Many, asked.Select(s => s.Code).Distinct().Count());
        Assert.All(asked, s => Assert.NotEmpty(s.Expect));
    });

    [Fact]
    public void Questions_come_from_this_campaign()
    {
        Assert.Equal("count", Scepticism.Questions(Read(TrackingBreak()))[0].Code);
        Assert.Contains("loser", Scepticism.Questions(Read(GoodAndBad())).Select(s => s.Code));
        Assert.Contains("last-euro", Scepticism.Questions(Read(Saturated())).Select(s => s.Code));
        Assert.Contains("anyway", Scepticism.Questions(Read(BrandHeavy())).Select(s => s.Code));
        Assert.Contains("few", Scepticism.Questions(Read(TooSmall())).Select(s => s.Code));
        Assert.Contains("worth", Scepticism.Questions(Read(Losing(), Options(null))).Select(s => s.Code));
        Assert.Contains("gap", Scepticism.Questions(Read(Losing(), Options() with { AnalyticsConversions = 40 })).Select(s => s.Code));
    }

    [Theory]
    [InlineData("On coupe si le CPA marginal dépasse 40 € le 15 mars.", true)]
    [InlineData("J'arrête au-dessus de 45 euros, lecture vendredi", true)]
    [InlineData("If it is above 45 euros on Friday we stop.", true)]
    [InlineData("On verra bien.", false)]
    [InlineData("It has always worked for us.", false)]
    [InlineData("Bientôt, si ça baisse.", false)]
    [InlineData("", false)]
    public void A_stop_rule_needs_a_figure_a_condition_and_a_day(string answer, bool stands)
    {
        var voice = answer.Contains("it is", StringComparison.Ordinal) ? English : French;
        Assert.Equal(stands, Scepticism.Judge(Spot("stop", Expectation.Threshold, Expectation.Number, Expectation.Date), answer, voice).Stands);
    }

    [Theory]
    [InlineData("We hold out 25% of people until 30 March and compare sales", true)]
    [InlineData("Un groupe témoin de 25 %, lecture dans 4 semaines", true)]
    [InlineData("Pause de la marque dans 10 régions pendant 14 jours", true)]
    [InlineData("Nous n'avons pas de groupe témoin, mais 60 % reviennent chaque mois, semaine 12", false)]
    [InlineData("We have no control group, about 60% by next week", false)]
    [InlineData("Le ROAS de la plateforme est de 4 ce mois-ci", false)]
    public void Incrementality_needs_a_comparison_that_is_not_denied(string answer, bool stands) =>
        Assert.Equal(stands, Scepticism.Judge(Spot("incremental", Expectation.Control, Expectation.Number, Expectation.Date), answer, answer.StartsWith("We", StringComparison.Ordinal) ? English : French).Stands);

    [Fact]
    public void An_answer_is_told_what_it_lacks()
    {
        var judged = Scepticism.Judge(Spot("worth", Expectation.Margin, Expectation.Number, Expectation.Source), "Une vente laisse 32 € de marge.", French);

        Assert.False(judged.Stands);
        Assert.Equal([Expectation.Source], judged.Missing);
    }

    [Theory]
    [InlineData("Notre CPA est de 22 €, on arrête vendredi", true)]
    [InlineData("Notre CPA est de 62 €, on arrête vendredi", false)]
    [InlineData("Le CPA cible est de 22 €, lecture vendredi", false)]
    [InlineData("Le CPA doit passer sous 35 € vendredi", false)]
    public void A_figure_that_the_file_does_not_bear_out_is_named(string answer, bool contradicts)
    {
        var spot = new WeakSpot("loses", Sceptic.Cfo, new Dictionary<string, object?> { ["cpa"] = 61.8, ["breakEvenCpa"] = 40.0 }, [Expectation.Number]);
        var judged = Scepticism.Judge(spot, answer, French);

        Assert.Equal(contradicts, judged.Contradicts is not null);
        Assert.Equal(!contradicts, judged.Stands);
    }

    private static WeakSpot Spot(string code, params Expectation[] expect) => new(code, Sceptic.Cfo, new Dictionary<string, object?>(), expect);
}
