using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class UnknownColumnsTests
{
    private const string Text = "Jour;Campagne;Coût (EUR);Clics;Lectures qualifiées;Responsable achats;N° dossier;Budget;Libre;Lancé le\n2026-09-01;a;5,00;3;12;Équipe;202609010001;100;;20260801\n2026-09-02;a;6,50;4;14;Équipe;202609010002;100;;20260801\n";

    [Fact]
    public void Only_figures_are_worth_a_question()
    {
        var table = Reading.Table(Text);
        Assert.Equal([new UnknownColumn("Lectures qualifiées", "lectures qualifiees")], table.UnknownColumns);
        Assert.Contains("Budget", table.IgnoredColumns);
        Assert.Contains("Responsable achats", table.IgnoredColumns);
    }

    [Fact]
    public void What_people_said_of_a_column_counts()
    {
        var said = Reading.Table(Text, Reading.Options with { Meanings = new Dictionary<string, string> { ["lectures qualifiees"] = "conversions" } });
        Assert.Equal([12, 14], said.Values("conversions"));
        Assert.Empty(said.UnknownColumns);
        var ignored = Reading.Table(Text, Reading.Options with { Meanings = new Dictionary<string, string> { ["lectures qualifiees"] = "ignore", ["clics"] = "ignore" } });
        Assert.Empty(ignored.UnknownColumns);
        Assert.Null(ignored.Metric("clicks_all"));
    }

    [Fact]
    public void What_people_said_never_opens_a_personal_column()
    {
        var table = Reading.Table("Day;Email;Campaign;Clicks\n2026-09-01;5;a;3\n", Reading.Options with { Meanings = new Dictionary<string, string> { ["email"] = "conversions" } });
        Assert.Null(table.Metric("conversions"));
        Assert.Equal(["Email"], table.PersonalColumns);
    }

    [Fact]
    public void A_file_of_unknown_columns_is_refused_with_those_that_hold_figures()
    {
        const string unknown = "Couleur;Poids;Envie;Téléphone\nrouge;12;3,5;0612345678\nbleu;14;4,5;0612345679\n";
        var result = Reading.Read(unknown);
        Assert.Equal("tables.unknown-columns", Reading.RefusalCode(result));
        Assert.Equal(["Poids", "Envie"], result.Unknown.Select(u => u.Header));
        Assert.Equal("Poids|Envie", result.Refusal?.Values["unknown"]);
        var said = Reading.Table(unknown, Reading.Options with { Meanings = new Dictionary<string, string> { ["poids"] = "impressions" } });
        Assert.Equal([12, 14], said.Values("impressions"));
    }

    [Fact]
    public void A_column_that_repeats_a_known_figure_is_kept_aside_for_the_check()
    {
        var table = Reading.Table("Day,Cost,Spend,Clicks\n2026-09-01,5.00,9.00,3\n");
        Assert.Equal([5], table.Values("spend"));
        Assert.Equal(["Spend"], table.IgnoredColumns);
        Assert.Equal([9], Assert.Single(table.Rivals).Values);
        Assert.Empty(table.UnknownColumns);
        Assert.Empty(Reading.Table("Day,Impressions,Impressions (organic),Clicks\n2026-09-01,5,2,3\n").Rivals);
    }
}
