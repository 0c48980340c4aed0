using System.Globalization;
using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

/// <summary>What people type about a campaign, read with the words that ship.</summary>
public sealed class BeforeLinesTests
{
    private static readonly Flow Shipped = FlowReader.Read(FlowSource.ReadFolder(Path.Combine(FlowTable.Prompts, "flows", "challenge-campaign-before")));

    [Theory]
    [InlineData("fr", "9 000 € sur 4 semaines, Meta, 3 ensembles, 250 ventes", "9000 EUR|28|3|250|meta")]
    [InlineData("fr", "6k€ sur insta pendant un mois pour 120 abonnements", "6000 EUR|30||120|meta")]
    [InlineData("fr", "google ads 2 500 euros 15j 40 leads", "2500 EUR|15||40|google")]
    [InlineData("fr", "50 € par jour pendant 3 semaines sur tiktok, deux ensembles", "1050 EUR|21|2||tiktok")]
    [InlineData("fr", "budget 12000, trois semaines, linkedin, objectif : 30 démos", "12000 |21||30|linkedin")]
    [InlineData("fr", "on veut 200 inscriptions avec 4000€", "4000 EUR|||200|")]
    [InlineData("fr", "ventes visées : 80, budget 3 000 €", "3000 EUR|||80|")]
    [InlineData("fr", "je ne sais pas encore", "||||")]
    [InlineData("en", "€3,000 on Meta, 5 ad sets, 200 sales", "3000 EUR||5|200|meta")]
    [InlineData("en", "$20k over two months, facebook, 400 purchases", "20000 USD|60||400|meta")]
    [InlineData("en", "£40 a day for 30 days on google, 60 sign-ups", "1200 GBP|30||60|google")]
    [InlineData("en", "8000 euros for 2 weeks, 3 audiences", "8000 EUR|14|3||")]
    public void A_campaign_is_read_from_one_line(string locale, string line, string expected)
    {
        var read = PlanLine.Read(line, locale, Words("plan"));

        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{(read.Budget is { } b ? $"{b.Amount} {b.Currency}" : "")}|{read.Days}|{read.AdSets}|{read.Goal}|{read.Platform}"));
    }

    [Theory]
    [InlineData("fr", "CPM 9 €, CTR 1,2 %, conversion 2 %", "cpm 9 9, ctr 0.012 0.012, cvr 0.02 0.02")]
    [InlineData("fr", "cpm 8 à 10 €, ctr 1,3 à 1,6 %, conversion 2-2,6 %", "cpm 8 10, ctr 0.013 0.016, cvr 0.02 0.026")]
    [InlineData("fr", "9 € de CPM, 1,2 % de taux de clic et 2 % de conversion", "cpm 9 9, ctr 0.012 0.012, cvr 0.02 0.02")]
    [InlineData("fr", "coût par clic 0,80 €, taux de conversion 2 %", "cpc 0.8 0.8, cvr 0.02 0.02")]
    [InlineData("fr", "coût par conversion : 35 €", "cpa 35 35")]
    [InlineData("fr", "9 €, 1,2 %, 2 %", "cpm 9 9, ctr 0.012 0.012, cvr 0.02 0.02")]
    [InlineData("fr", "ctr 1,2 et cvr 2", "ctr 0.012 0.012, cvr 0.02 0.02")]
    [InlineData("fr", "aucune idée, on verra", "")]
    [InlineData("en", "CPM €9, CTR 1.2%, conversion 2 to 3%", "cpm 9 9, ctr 0.012 0.012, cvr 0.02 0.03")]
    [InlineData("en", "cpc $0.80, cvr 2%", "cpc 0.8 0.8, cvr 0.02 0.02")]
    [InlineData("en", "cost per sale between 30 and 45", "cpa 30 45")]
    [InlineData("en", "CPM €9, CTR 1% ; 1.5% conversion, it's the agency's estimate", "cpm 9 9, ctr 0.01 0.01, cvr 0.015 0.015")]
    public void Expected_rates_are_read_from_one_line(string locale, string line, string expected)
    {
        var read = RatesLine.Read(line, locale, Words("rates"));

        Assert.Equal(expected, string.Join(", ", read.Typed.OrderBy(t => Array.IndexOf(["cpm", "cpc", "cpa", "ctr", "cvr"], t.Key)).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {Math.Round(t.Value.Low, 9)} {Math.Round(t.Value.High, 9)}"))));
    }

    [Theory]
    [InlineData("fr", "CPM 9 €, nos campagnes de septembre", RateSource.Own)]
    [InlineData("fr", "CPM 9 €, c'est l'agence qui le dit", RateSource.Benchmark)]
    [InlineData("fr", "moyenne du secteur", RateSource.Benchmark)]
    [InlineData("fr", "notre meilleure semaine", RateSource.BestWeek)]
    [InlineData("fr", "au pif", RateSource.Guess)]
    [InlineData("fr", "CPM 9 €, CTR 1 %", null)]
    [InlineData("en", "our best week", RateSource.BestWeek)]
    [InlineData("en", "industry benchmark", RateSource.Benchmark)]
    [InlineData("en", "last month's average", RateSource.Own)]
    internal void Where_they_come_from_is_heard_when_it_is_said(string locale, string line, RateSource? source) =>
        Assert.Equal(source, RatesLine.Read(line, locale, Words("rates")).Source);

    private static Func<string, IReadOnlyList<string>> Words(string step) => name => [.. Shipped.Words.Values.SelectMany(w => w.List($"{step}.{name}")).Distinct()];
}
