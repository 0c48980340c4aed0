using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Tests.Kpis;

public sealed class KpiDictionaryTests
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
    private static readonly KpiDictionary Kpis = KpiDictionary.Load(Prompts);

    [Theory]
    [InlineData("Cost", "spend")]
    [InlineData("Montant dépensé (EUR)", "spend")]
    [InlineData("  COÛT ", "spend")]
    [InlineData("Impr.", "impressions")]
    [InlineData("Clics", "clicks_all")]
    [InlineData("Clicks (all)", "clicks_all")]
    [InlineData("Clics sur un lien", "clicks_link")]
    [InlineData("CTR (link click-through rate)", "ctr_link")]
    [InlineData("CTR (tous)", "ctr")]
    [InlineData("CPC (coût par clic sur un lien) (EUR)", "cpc_link")]
    [InlineData("CPM (Coût pour 1\u00A0000\u202Fimpressions) (EUR)", "cpm")]
    [InlineData("Coût/conv.", "cpa")]
    [InlineData("Nom de l’ensemble de publicités", "ad_group")]
    [InlineData("Nom de l'ensemble de publicités", "ad_group")]
    [InlineData("Sessions avec engagement", "engaged_sessions")]
    [InlineData("Taux d’engagement", "engagement_rate")]
    [InlineData("Landing page + query string", "page")]
    [InlineData("Amount spent USD", "spend")]
    [InlineData("Purchases (7-day click)", "purchases")]
    public void A_header_is_recognised_whatever_its_case_accents_apostrophes_and_spaces(string header, string id) => Assert.Equal(id, Kpis.Match(header)?.Id);

    [Theory]
    [InlineData("Views per active user")]
    [InlineData("Sessions par utilisateur")]
    [InlineData("Campaign ID")]
    [InlineData("All conv.")]
    [InlineData("Clicks to LinkedIn Page")]
    [InlineData("Cost of goods")]
    [InlineData("Budget")]
    [InlineData("query")]
    public void A_header_that_only_holds_a_known_word_is_not_recognised(string header) => Assert.Null(Kpis.Match(header));

    [Fact]
    public void The_header_names_its_currency()
    {
        Assert.Equal("EUR", Kpis.Match("Amount spent (EUR)")?.Currency);
        Assert.Equal("GBP", Kpis.Match("Coût (£)")?.Currency);
    }

    [Fact]
    public void Every_ratio_is_made_of_known_metrics() =>
        Assert.All(Kpis.All, k =>
        {
            Assert.Equal(k.Numerator is null, k.Denominator is null);
            Assert.True(k.Numerator is null || Kpis.ById(k.Numerator) is not null && k.Kind == KpiKind.Ratio, k.Id);
            Assert.True(k.Denominator is null || Kpis.ById(k.Denominator) is not null, k.Id);
        });

    [Fact]
    public void Every_kpi_is_explained_and_can_be_asked_for_in_both_languages()
    {
        var texts = Texts.Load(Prompts);
        foreach (var locale in Locales.All)
        {
            Assert.All(Kpis.All, k => Assert.Contains(Kpis.Aliases(locale), a => a.Kpi == k));
            Assert.All(Kpis.All, k => Assert.All(new[] { "name", "definition", "formula", "trap" }, part => Assert.True(texts.Has(locale, $"kpis.{k.Id}.{part}"), $"{locale}: kpis.{k.Id}.{part}")));
        }
    }

    [Fact]
    public void An_alias_means_one_thing()
    {
        foreach (var locale in Locales.All)
        {
            Assert.Equal("ctr", Kpis.Aliases(locale).First(a => a.Text == (locale == "fr" ? "taux de clic" : "click-through rate")).Kpi.Id);
            Assert.Equal(Kpis.Aliases(locale).Count, Kpis.Aliases(locale).Select(a => a.Text).Distinct().Count());
        }
    }
}
