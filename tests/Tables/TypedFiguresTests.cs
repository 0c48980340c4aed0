namespace MentorBot.Tests.Tables;

public sealed class TypedFiguresTests
{
    [Theory]
    [InlineData("300e dépensés, 4 ventes", "fr", "spend=300 conversions=4", "EUR")]
    [InlineData("300 € de dépenses et 4 ventes", "fr", "spend=300 conversions=4", "EUR")]
    [InlineData("spend 300, 4 sales, 12k impressions", "en", "spend=300 conversions=4 impressions=12000", null)]
    [InlineData("Impressions: 12 500, clics: 340, coût: 210,50 €", "fr", "impressions=12500 clicks_all=340 spend=210.5", "EUR")]
    [InlineData("$1,200 spent, 31 conversions, CTR 2.5%", "en", "spend=1200 conversions=31 ctr=0.025", "USD")]
    [InlineData("dépense 1 200€\nclics 800\nconversions 12", "fr", "spend=1200 clicks_all=800 conversions=12", "EUR")]
    [InlineData("spent $500, got 10 leads", "en", "spend=500 conversions=10", "USD")]
    [InlineData("dépensé: 450€ / ventes: 9", "fr", "spend=450 conversions=9", "EUR")]
    [InlineData("300€ dépensés pour 4 ventes, c'est bien ?", "fr", "spend=300 conversions=4", "EUR")]
    public void Figures_typed_in_a_sentence_are_read(string text, string locale, string expected, string? currency)
    {
        var table = Reading.Table(Reading.Reader.ReadTyped(text, locale, Reading.Options) ?? throw new InvalidOperationException("Not read as figures."));
        Assert.Equal("typed", table.Source);
        Assert.Equal(expected.Split(' ').Order(), table.Metrics.Where(m => !double.IsNaN(m.Values[0])).Select(m => FormattableString.Invariant($"{m.Kpi.Id}={m.Values[0]}")).Order());
        Assert.Equal(currency, table.Currency);
    }

    [Fact]
    public void The_ratios_that_typed_figures_make_are_left_to_be_computed_from_them()
    {
        var table = Reading.Table(Reading.Reader.ReadTyped("3000e dépensés, 120 ventes, 4000 clics", "fr", Reading.Options)!);

        Assert.Equal(["cpa", "cpc", "cvr"], table.Metrics.Where(m => double.IsNaN(m.Values[0])).Select(m => m.Kpi.Id).Order());
    }

    [Theory]
    [InlineData("J'ai 3 questions sur mes clics", "fr")]
    [InlineData("We want 20% more clicks and 10% more sales", "en")]
    [InlineData("If I spend 300 euros on 2 campaigns and get 4 sales, should I go on?", "en")]
    [InlineData("Mon objectif est 40 ventes avec 300 € de budget", "fr")]
    [InlineData("rendez-vous le 12 à 14h pour parler du CTR et du CPC", "fr")]
    [InlineData("my CTR fell, why?", "en")]
    [InlineData("2", "fr")]
    [InlineData("30", "en")]
    [InlineData("", "fr")]
    [InlineData("clics, impressions, coût\nje ne comprends pas la différence", "fr")]
    [InlineData("I opened 2 tickets about conversions yesterday and 1 about spend, nobody answered me so far", "en")]
    public void Ordinary_sentences_with_numbers_are_not_figures(string text, string locale) =>
        Assert.Null(Reading.Reader.ReadTyped(text, locale, Reading.Options));

    [Theory]
    [InlineData("Campagne\tCoût\tClics\nMarque\t12,50\t40\nPodcast\t8,00\t21")]
    [InlineData("Campagne;Coût;Clics\nMarque;12,50;40\nPodcast;8,00;21")]
    [InlineData("| Campagne | Coût | Clics |\n|---|---:|---:|\n| Marque | 12,50 | 40 |\n| Podcast | 8,00 | 21 |")]
    public void A_pasted_table_is_read(string text)
    {
        var table = Reading.Table(Reading.Reader.ReadTyped(text, "fr", Reading.Options) ?? throw new InvalidOperationException("Not read as a table."));
        Assert.Equal([12.5, 8], table.Values("spend"));
        Assert.Equal(["Marque", "Podcast"], table.Key("campaign")?.Values);
    }

    [Fact]
    public void A_link_to_an_online_sheet_is_refused_with_the_way_to_download_it() =>
        Assert.Equal("tables.link", Reading.Reader.ReadTyped("voici https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0", "fr", Reading.Options)?.Refusal?.Code);
}
