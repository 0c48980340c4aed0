using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class OrganicSourceTests
{
    private static readonly DateOnly Until = new(2026, 9, 23);
    private static readonly IReadOnlyList<PostRow> Posts = PostStory.Rows(4, Until, 30, ["IG reel", "IG carousel"]);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 5)]
    [InlineData(false, 9)]
    public void Instagram_content_is_posts_in_both_languages_and_any_order_of_columns(bool french, int order)
    {
        var table = Reading.Table(Reading.Read(MetaContentExport.OfInstagram(Posts, french, order)));
        var newestFirst = Posts.Reverse().ToArray();

        Assert.Equal(("meta-content", RowShape.Post, Grain.Day), (table.Source, table.Shape, table.Grain));
        Assert.Equal((Posts.Count, 0), (table.RowCount, table.RefusedCount));
        Assert.Equal(newestFirst.Select(p => p.Day), table.Dates);
        Assert.Equal(newestFirst.Select(p => p.Views), table.Values("views_content"));
        Assert.Equal(newestFirst.Select(p => p.Reach), table.Values("reach"));
        Assert.Equal(newestFirst.Select(p => p.Likes), table.Values("reactions"));
        Assert.Equal(newestFirst.Select(p => p.Saves), table.Values("saves"));
        Assert.Equal(newestFirst.Select(p => p.Follows), table.Values("follows"));
        Assert.Equal(newestFirst.Select(p => (double)p.Seconds), table.Values("video_length"));
        Assert.Equal(2, table.Key("post_type")?.Values.Count);
        Assert.Empty(table.Questions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_description_becomes_a_short_label_and_names_of_accounts_are_never_kept(bool french)
    {
        var table = Reading.Table(Reading.Read(MetaContentExport.OfInstagram(Posts, french)));

        Assert.Single(table.PersonalColumns);
        Assert.All(table.Key("post_title")!.Values, v => Assert.True(v.Length <= 49, v));
        Assert.DoesNotContain(table.Keys.SelectMany(k => k.Values), v => v.Contains("zerbinette", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Écrivez à lea@example.org", "")]
    [InlineData("Merci @lea.dupont et www.exemple.fr, suite au 06 12 34 56 78", "Merci et suite au")]
    [InlineData("Un titre court", "Un titre court")]
    [InlineData("Une description bien plus longue que ce qu'il faut pour la retrouver", "Une description bien plus longue que ce qu'il…")]
    public void A_label_holds_no_address_no_handle_and_few_words(string description, string label)
    {
        var table = Reading.Table($"Post ID,Description,Publish time,Post type,Date,Views\n1,\"{description}\",09/23/2026 08:15,Photo,Lifetime,40\n2,autre,09/24/2026 08:15,Photo,Lifetime,50\n");

        Assert.Equal(label.Length == 0 ? ["autre"] : [label, "autre"], table.Key("post_title")!.Values);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Facebook_content_has_its_month_first_under_French_headers_too(bool french)
    {
        var table = Reading.Table(Reading.Read(MetaContentExport.OfFacebook(Posts, french)));

        Assert.Equal(("meta-content", RowShape.Post), (table.Source, table.Shape));
        Assert.Equal(Posts.Select(p => p.Day).Reverse(), table.Dates);
        Assert.Equal(Posts.Select(p => p.Likes + p.Comments + p.Shares).Reverse(), table.Values("interactions"));
        Assert.NotNull(table.Key("account"));
        Assert.Contains(french ? "Nom de la page" : "Page name", table.IgnoredColumns);
    }

    [Fact]
    public void A_post_cannot_be_published_after_today()
    {
        // 11/12 is 12 November, since 11 December has not come yet.
        var table = Reading.Table("Post ID,Publish time,Post type,Views\n1,11/12/2026 08:15,Photo,40\n2,11/10/2026 09:00,Photo,50\n");

        Assert.Equal([new DateOnly(2026, 11, 12), new DateOnly(2026, 11, 10)], table.Dates);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void Figures_of_each_day_of_a_post_are_no_posts()
    {
        var table = Reading.Table("Post ID,Publish time,Post type,Date,Views\n1,09/20/2026 08:15,Photo,2026-09-21,40\n1,09/20/2026 08:15,Photo,2026-09-22,50\n2,09/20/2026 08:15,Photo,2026-09-21,9\n");

        Assert.Equal(RowShape.Period, table.Shape);
        Assert.Equal(new DateOnly(2026, 9, 21), table.Dates[0]);
    }

    [Theory]
    [InlineData("Reach", "reach")]
    [InlineData("Couverture Instagram", "reach")]
    [InlineData("Facebook visits", "profile_views")]
    [InlineData("Visites du profil Instagram", "profile_views")]
    [InlineData("Vues", "views_content")]
    [InlineData("Content interactions", "interactions")]
    [InlineData("Clics sur un lien", "clicks_link")]
    [InlineData("Follows", "follows")]
    public void The_title_above_tells_what_Primary_is(string title, string metric)
    {
        var from = new DateOnly(2026, 8, 3);
        var table = Reading.Table(Reading.Read(OrganicExports.MetaMetric(title, from, 12, 1530, 41)));

        Assert.Equal(("meta-metric", RowShape.Period, Grain.Day), (table.Source, table.Shape, table.Grain));
        Assert.Equal([12, 1530, 41], table.Values(metric));
        Assert.Equal(from, table.Dates[0]);
    }

    [Fact]
    public void Primary_without_a_title_that_we_know_is_refused() =>
        Assert.Equal("tables.unknown-columns", Reading.RefusalCode(Reading.Read(OrganicExports.MetaMetric("Humeur", new DateOnly(2026, 8, 3), 12, 15))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_of_rows_tells_the_year(bool newestFirst)
    {
        var from = new DateOnly(2025, 10, 20);
        var table = Reading.Table(Reading.Read(OrganicExports.TikTokOverview(from, 80, newestFirst)));

        Assert.Equal("tiktok-studio", table.Source);
        Assert.Equal(Enumerable.Range(0, 80).Select(i => from.AddDays(newestFirst ? 79 - i : i)), table.Dates);
        Assert.Equal(80, table.Values("profile_views").Length);
        Assert.Contains(table.Questions, q => q is { Code: "year", Assumed: "2026" });
    }

    [Fact]
    public void Days_that_repeat_per_campaign_keep_one_year_each()
    {
        var days = Enumerable.Range(0, 184).Select(i => new DateOnly(2026, 5, 20).AddDays(i));
        var rows = new[] { "a", "b" }.SelectMany(c => days.Select(d => $"{d.ToString("MMMM d", System.Globalization.CultureInfo.InvariantCulture)},{c},3"));

        Assert.All(Reading.Table("Date,Campaign,Clicks\n" + string.Join('\n', rows) + "\n").Dates, d => Assert.Equal(2026, d.Year));
    }

    [Fact]
    public void Undefined_is_a_missing_count_and_no_refusal()
    {
        var table = Reading.Table(Reading.Read(OrganicExports.TikTokFollowers(new DateOnly(2025, 12, 30), "undefined", "1204", "1216")));

        Assert.Equal([double.NaN, 1204, 1216], table.Values("followers"));
        Assert.Equal([new DateOnly(2025, 12, 30), new(2025, 12, 31), new(2026, 1, 1)], table.Dates);
        Assert.Equal(0, table.RefusedCount);
    }

    [Fact]
    public void TikTok_content_is_posts()
    {
        var table = Reading.Table(Reading.Read(OrganicExports.TikTokContent(Posts)));

        Assert.Equal(("tiktok-studio", RowShape.Post, 0), (table.Source, table.Shape, table.RefusedCount));
        Assert.Equal(Posts.Select(p => p.Views), table.Values("views_content"));
        Assert.Equal(Posts.Select(p => p.Saves), table.Values("saves"));
        Assert.All(table.Values("completion_rate"), v => Assert.Equal(.125, v, 1e-9));
        Assert.All(table.Values("avg_duration"), v => Assert.Equal(8.4, v, 1e-9));
    }

    [Fact]
    public void A_LinkedIn_page_counts_the_total_and_not_its_parts_again()
    {
        var from = new DateOnly(2026, 9, 1);
        var table = Reading.Table(Reading.Read(OrganicExports.LinkedInPage(from, 30)));

        Assert.Equal(("linkedin-page", RowShape.Period, 30), (table.Source, table.Shape, table.RowCount));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => 1000.0 + i), table.Values("impressions"));
        Assert.All(table.Values("clicks_all"), v => Assert.Equal(25, v));
        Assert.All(table.Values("reactions"), v => Assert.Equal(10, v));
        Assert.All(table.Values("interaction_rate"), v => Assert.Equal(.037, v, 1e-9));
        Assert.Null(table.Metric("engagement_rate"));
        Assert.Equal(Kpis(table, "reach"), (MentorBot.Kpis.KpiKind.NonAdditive, 700.0));
        Assert.Equal(from, table.Dates[0]);
        Assert.Contains("Impressions (organic)", table.IgnoredColumns);

        static (MentorBot.Kpis.KpiKind, double) Kpis(KpiTable table, string id) => (table.Metric(id)!.Kpi.Kind, table.Values(id)[0]);
    }

    [Fact]
    public void The_posts_of_a_LinkedIn_page_are_posts_and_their_authors_are_not_kept()
    {
        var table = Reading.Table("Post title,Post link,Post type,Posted by,Created date,Impressions,Clicks,Likes,Comments,Reposts,Engagement rate\n"
            + "Nos chiffres,https://l/1,Organic,Zerbinette,09/21/2026,900,30,20,2,1,.058\nNotre équipe,https://l/2,Organic,Zerbinette,09/23/2026,400,9,8,1,0,.045\n");

        Assert.Equal(("linkedin-page", RowShape.Post), (table.Source, table.Shape));
        Assert.Equal([1, 0], table.Values("shares"));
        Assert.NotNull(table.Metric("interaction_rate"));
        Assert.Equal(["Posted by"], table.PersonalColumns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void YouTube_videos_are_posts_and_their_first_row_a_check(bool french)
    {
        var table = Reading.Table(Reading.Read(OrganicExports.YouTubeVideos(Posts, french)));

        Assert.Equal(("youtube-studio", RowShape.Post, 0), (table.Source, table.Shape, table.RefusedCount));
        Assert.Equal(Posts.Select(p => p.Day), table.Dates);
        Assert.Equal(Posts.Select(p => p.Views), table.Values("views_content"));
        Assert.Equal(Posts.Select(p => (double)p.Seconds), table.Values("video_length"));
        Assert.All(table.Values("avg_duration"), v => Assert.Equal(34, v));
        Assert.All(table.Values("ctr"), v => Assert.Equal(.041, v, 1e-9));
        Assert.Equal(Posts.Sum(p => p.Views), Assert.Single(table.StatedTotals).Values["views_content"]);
    }

    [Fact]
    public void An_interaction_of_an_ad_is_no_interaction_with_content() =>
        Assert.Equal(["Interactions", "Interaction rate"], Reading.Table("Campaign report\nCampaign,Cost,Impr.,Interactions,Interaction rate\na,5.00,900,30,3.3%\n").IgnoredColumns);

    [Fact]
    public void A_table_of_ones_own_with_titles_and_publication_dates_is_posts() =>
        Assert.Equal(RowShape.Post, Reading.Table("Titre;Date de publication;Vues\nA;13/09/2026;40\nB;14/09/2026;50\n").Shape);
}
