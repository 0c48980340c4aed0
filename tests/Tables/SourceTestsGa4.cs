using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsGa4
{
    private const string Two = "# Acquisition de trafic\n# Compte : Le Courrier\n# Date de début : 20260901\n# Date de fin : 20260902\nNième jour,Sessions,Sessions avec engagement,Taux d'engagement\n0000,10,5,0.5\n0001,12,6,0.5\n\n# Date de début : 20250901\n# Date de fin : 20250902\nNième jour,Sessions,Sessions avec engagement,Taux d'engagement\n0000,7,5,0.714285\n0001,9,6,0.666667\n";

    [Fact]
    public void The_second_table_is_dated_by_the_lines_above_it()
    {
        Assert.Equal(new DateOnly(2026, 9, 1), Reading.Table(Two).Dates[0]);
        var second = Reading.Table(Two, Reading.Options with { Table = 2 });
        Assert.Equal("ga4", second.Source);
        Assert.Equal([new(2025, 9, 1), new DateOnly(2025, 9, 2)], second.Dates);
        Assert.Equal([7, 9], second.Values("sessions"));
    }

    [Fact]
    public void A_grand_total_first_and_its_trailing_cell_are_set_aside()
    {
        var table = Reading.Table("# Acquisition\n# Free form-Free form 1\n# 20260901-20260930\nSession source / medium,Sessions,Engaged sessions,Key events,Total revenue\n,300,160,12,118.80,Grand total\ngoogle / organic,200,110,9,89.10\n(not set),60,30,2,19.80\n(other),40,20,1,9.90\n", Reading.Options with { Currency = "EUR" });
        Assert.Equal("ga4", table.Source);
        Assert.Equal(300, table.Values("sessions").Sum());
        Assert.Equal(118.8, table.Values("conv_value").Sum(), 2);
        Assert.Equal(300, Assert.Single(table.StatedTotals).Values["sessions"]);
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30)), table.StatedPeriod);
        Assert.Equal(Grain.None, table.Grain);
    }

    [Fact]
    public void Sessions_with_engagement_are_no_sessions_and_a_page_with_its_query_is_a_page()
    {
        var table = Reading.Table("Page de destination,Sessions avec engagement,Vues,Utilisateurs actifs,Durée d'engagement moyenne par utilisateur actif\n/a,5,10,4,35.5\n");
        Assert.Null(table.Metric("sessions"));
        Assert.Equal(["engaged_sessions", "views_content", "users", "avg_duration_user"], table.Metrics.Select(m => m.Kpi.Id));
        Assert.NotNull(Reading.Table("Landing page + query string,Sessions,Views\n/a?b=1,5,10\n").Key("page"));
    }
}
