using MentorBot.Campaigns;

namespace MentorBot.Tests.Campaigns.Running;

public sealed class CampaignNamesTests
{
    [Theory]
    [InlineData("Brand")]
    [InlineData("FR_Search_BRAND_exact")]
    [InlineData("SEA | Marque | FR")]
    [InlineData("marque-pure")]
    [InlineData("[UK] Branded terms")]
    public void A_search_for_the_own_name_is_brand(string name) => Assert.Equal("Brand", CampaignNames.DemandOf(name).ToString());

    [Theory]
    [InlineData("Retargeting - 30 j")]
    [InlineData("FR_Remarketing_DPA")]
    [InlineData("Reciblage paniers abandonnés")]
    [InlineData("RTG visiteurs")]
    [InlineData("Brand retargeting")]
    [InlineData("Meta | re-targeting")]
    public void People_who_came_before_are_retargeting(string name) => Assert.Equal("Retargeting", CampaignNames.DemandOf(name).ToString());

    [Theory]
    [InlineData("Non-brand generic")]
    [InlineData("Hors marque")]
    [InlineData("SEA_hors-marque_FR")]
    [InlineData("Search (excl. brand)")]
    [InlineData("Branding vidéo")]
    [InlineData("Image de marque")]
    [InlineData("Brand awareness Q3")]
    [InlineData("Notoriété de marque")]
    [InlineData("Prospecting hors reciblage")]
    [InlineData("Firebrand shoes")]
    [InlineData("Démarque d'hiver")]
    [InlineData("")]
    [InlineData(null)]
    public void What_only_looks_like_it_is_neither(string? name) => Assert.Equal("New", CampaignNames.DemandOf(name).ToString());
}
