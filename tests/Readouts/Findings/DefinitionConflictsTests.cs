using MentorBot.Readouts;
using MentorBot.Tests.Tables;

namespace MentorBot.Tests.Readouts;

public sealed class DefinitionConflictsTests
{
    private static readonly ReadoutOptions Options = new(new DateOnly(2026, 11, 23));

    private static IReadOnlyList<Finding> Of(string csv) => [.. ReadTable.Read(Reading.Table(csv), Options).Findings.Where(f => f.Code is "definition-conflict" or "mixed-result-types")];

    [Fact]
    public void Two_columns_of_one_figure_that_differ_are_questioned_and_the_first_is_summed()
    {
        var finding = Assert.Single(Of("Campaign,Cost (EUR),Spend (EUR),Clicks\na,5.00,5.00,3\nb,6.00,9.00,3\n"));
        Assert.Equal((Severity.Warning, "spend"), (finding.Severity, finding.Metric));
        Assert.Equal(("Cost (EUR)", "Spend (EUR)", 1, 2, 11.0, 14.0, 3), (finding.Evidence["header"], finding.Evidence["otherHeader"], finding.Evidence["n"], finding.Evidence["rows"], finding.Number("stated"), finding.Number("other"), finding.Evidence["line"]));
    }

    [Fact]
    public void Two_columns_that_say_the_same_are_no_news() => Assert.Empty(Of("Campaign,Cost (EUR),Spend (EUR),Clicks\na,5.00,5.00,3\nb,6.00,6.00,3\n"));

    [Fact]
    public void Two_definitions_of_a_ratio_are_context()
    {
        var finding = Assert.Single(Of("Campaign,Impressions,Clicks (all),Link clicks,CTR (all),CTR (link click-through rate)\na,1000,20,10,2%,1%\nb,1000,40,20,4%,2%\n"));
        Assert.Equal((Severity.Info, "ctr", "ratios"), (finding.Severity, finding.Metric, finding.Evidence["reason"]));
    }

    [Fact]
    public void Attribution_that_differs_between_rows_with_conversions_is_questioned()
    {
        var finding = Assert.Single(Of("Campaign name,Amount spent (EUR),Results,Attribution setting\na,5.00,30,7-day click\nb,6.00,10,1-day view\nc,6.00,,28-day click\n"));
        Assert.Equal(("attribution", 2, 30.0, 10.0), (finding.Evidence["reason"], finding.Evidence["n"], finding.Number("stated"), finding.Number("other")));
        Assert.Empty(Of("Campaign name,Amount spent (EUR),Results,Attribution setting\na,5.00,30,7-day click\nb,6.00,,1-day view\n"));
    }

    [Theory]
    [InlineData("Results", "Result type")]
    [InlineData("Résultats", "Type de résultat")]
    public void Results_of_several_kinds_are_told_with_their_counts(string results, string type)
    {
        var text = $"Campagne;Montant dépensé (EUR);{results};{type}\na;5,00;30;Achats\nb;6,00;120;Prospects\nc;6,00;;Vues\n";
        var finding = Assert.Single(Of(text));
        Assert.Equal(("mixed-result-types", Severity.Warning, "Prospects, Achats", 2, 120.0, 30.0), (finding.Code, finding.Severity, finding.Evidence["types"], finding.Evidence["n"], finding.Number("firstCount"), finding.Number("secondCount")));
        Assert.Equal(150, ReadTable.Read(Reading.Table(text), Options).Metrics.Single(m => m.Id == "conversions").Total);
    }

    [Theory]
    [InlineData("Résultats", "Achats", "Achats")]
    [InlineData("Résultats", "", "Achats")]
    [InlineData("Conversions", "Prospects", "Achats")]
    public void One_kind_or_none_is_no_news(string header, string first, string second) =>
        Assert.Empty(Of($"Campagne;Montant dépensé (EUR);{header};Type de résultat\na;5,00;30;{first}\nb;6,00;120;{second}\n"));
}
