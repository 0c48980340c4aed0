using MentorBot.Kpis;

namespace MentorBot.Tests.Kpis;

/// <summary>Every header that the platforms were seen to write: known, a person's, or left aside on purpose; text columns that nobody is asked about stand apart.</summary>
public sealed class SeenHeadersTests
{
    private static readonly KpiDictionary Kpis = KpiDictionary.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    public static TheoryData<string, string> Seen => new()
    {
        { "google-ads", "Day; Campaign; Campaign ID; Campaign status; Campaign type; Budget; Currency code; Cost; Impr.; Clicks; Interactions; Avg. cost; Avg. CPC; CTR; Conversions; Cost / conv.; Conv. rate; Conv. value; Conv. value / cost" },
        { "google-ads", "Jour; Campagne; État de la campagne; État; Type de campagne; Code de la devise; Coût; Impr.; Clics; CTR; CPC moy.; Coût moy.; Conversions; Coût/conv.; Taux de conv.; Mot clé; Type de correspondance; Résultats; Valeur des résultats; Valeur de conv." },
        { "meta-ads", "Reporting starts; Reporting ends; Campaign name; Ad set name; Ad name; Day; Reach; Impressions; Frequency; Amount spent (EUR); Link clicks; Clicks (all); CTR (link click-through rate); CTR (all); CPC (cost per link click); CPC (all); CPM (cost per 1,000 impressions); Results; Result indicator; Result type; Cost per result; Purchases; Purchases conversion value; Purchase ROAS (return on ad spend); Adds to cart; Landing page views; ThruPlays; 3-second video plays; Attribution setting; Ends; Currency" },
        { "meta-ads", "Début des rapports; Fin des rapports; Nom de la campagne; Nom de l'ensemble de publicités; Nom de l’ensemble de publicités; Nom de la publicité; Jour; Couverture; Portée; Impressions; Répétition; Fréquence; Devise; Montant dépensé (EUR); Clics sur un lien; Clics sur le lien; Clics (tous); CTR (taux de clics sur le lien); CTR unique (taux de clics sur le lien); CTR (tous); CPC (coût par clic sur un lien) (EUR); CPC (Tous) (EUR); CPM (Coût pour 1 000 impressions) (EUR); Résultats; Type de résultat; Indicateur de résultats; Coût par résultat; Achats; Valeur de conversion des achats; ROAS (retour sur les dépenses publicitaires) des achats; Retour sur les dépenses publicitaires (ROAS) des achats; Ajouts au panier; Vues de page de destination; Prospects; Nº de la publicité; ID de la publicité" },
        { "linkedin-ads", "Start Date (in UTC); Campaign Group Name; Campaign Name; Campaign ID; Campaign Type; Campaign Objective; Creative Name; Total Spent; Impressions; Clicks; Clicks to Landing Page; Clicks to LinkedIn Page; Reactions; Comments; Shares; Follows; Other Clicks; Total Social Actions; Total Engagements; Viral Impressions; Leads; Lead Forms Opened; Conversions; Post-Click Conversions; View-Through Conversions; Total Conversion Value; Reach; Average CTR; Average CPC; Average CPM; Currency" },
        { "tiktok-ads", "By Day; Date; Campaign name; Ad group name; Ad name; Primary status; Objective; Currency; Cost; Spend; Total cost; Cost (USD); Impressions; Impression; Reach; Frequency; Cost per 1,000 people reached; Clicks (destination); Clicks (all); CTR (destination); CPC (destination); CPM; Conversions; CVR (clicks); Conversion rate (CVR); Cost per conversion; CPA; Results; Cost per result; Video views; 2-second video views; 6-second video views; 6-second focused views; 15-second focused views; Video views at 25%; Video views at 50%; Video views at 75%; Video views at 100%; Paid likes; Paid comments; Paid shares; Paid follows; Complete payment (value); Purchase ROAS; Add to cart; Initiate checkout; Clics (destination); Groupe de publicités; Vues de la vidéo" },
        { "ga4", "Session primary channel group (Default Channel Group); Session source / medium; Sessions; Engaged sessions; Engagement rate; Average engagement time per session; Average engagement time per active user; Events per session; Event count; Key events; Session key event rate; User key event rate; Total revenue; Active users; New users; Total users; Views; Views per active user; Page path and screen class; Landing page" },
        { "ga4", "Groupe de canaux principal de la session (groupe de canaux par défaut); Groupe de canaux par défaut pour la session; Groupe de canaux par défaut pour le premier utilisateur; Sessions; Utilisateurs actifs; Nouveaux utilisateurs; Sessions avec engagement; Taux d'engagement; Durée d'engagement moyenne (par session); Événements clés; Nombre d'événements; Revenu total; Vues; Revenus issus des achats; Achats d'e-commerce; Chemin de la page" },
        { "search-console", "Top queries; Top pages; Country; Device; Date; Clicks; Impressions; CTR; Position; Requêtes les plus fréquentes; Pages les plus populaires; Clics" },
        { "youtube-studio", "Video title; Duration; Views; Engaged views; Watch time (hours); Subscribers; Subscribers gained; Subscribers lost; Impressions; Impressions click-through rate (%); Average view duration; Average percentage viewed (%); Stayed to watch (%); Unique viewers; Likes; Comments added; Shares; RPM (USD); Your estimated revenue (USD)" },
        { "youtube-studio", "Durée; Vues; Vues engagées; Vues intentionnelles; Durée de visionnage (heures); Abonnés; Nouveaux abonnés; Impressions; Taux de clics par impression (%); Durée moyenne de visionnage; Durée moyenne d'une vue; Pourcentage moyen regardé (%); Pourcentage moyen de vidéo regardé (%); Ont continué de regarder (%); Spectateurs uniques; J'aime; Commentaires ajoutés; Partages" },
        { "mailchimp", "Unique Id; Title; Subject; Send Date; Successful Deliveries; Unique Opens; Open Rate; Unique Clicks; Click Rate; Hard Bounces; Soft Bounces; Unsubscribes; Abuse Complaints; Total Recipients" },
        { "table", "Envois; Envoyés; Livraisons; Livrés; Délivrés; Ouvertures uniques; Taux d'ouverture unique; Clics uniques; Désabonnements; Taux de désabonnement; Taux de plaintes relatives aux spam; sent; delivered; uniqueViews; uniqueClicks; hardBounces; softBounces; complaints; unsubscriptions" },
        { "crm", "Deal Stage; Pipeline; Amount; Close Date; Lifecycle Stage; Original Source; Original Traffic Source; Contact owner; Record ID; Lead Source; Stage" },
        { "shopify", "Name; Email; Financial Status; Currency; Subtotal; Shipping; Taxes; Total; Discount Amount; Created at; Lineitem quantity; Lineitem price; Day; Net items sold; Gross sales; Discounts; Returns; Net sales; Total sales; Orders" },
        { "matomo", "nb_visits; Visits; Unique visitors; Actions; Bounce Rate; Avg. Time on Website; Actions per Visit; Conversion Rate; Revenue; Revenue per Visit; Pageviews; Unique Pageviews; Exit rate; Entrances; Visits with Conversions; Keyword; Label; Campaign; Clicks" },
        { "matomo", "Visites; Visiteurs uniques; Actions; Taux de rebond; Temps moyen sur le site web; Actions par visite; Taux de conversion; Revenu; Revenu par visite; Vues de page; Vues de page uniques; Taux de sortie; Entrées; Visites avec conversions; Mot clef; Nom; Campagne; Clics" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void A_header_that_was_seen_is_known_or_left_aside(string source, string headers) =>
        Assert.Equal("", string.Join("; ", headers.Split("; ").Where(h => Kpis.Match(h, source) is null && !Kpis.IsAside(h))));

    [Theory]
    [InlineData("Frequency", "frequency")]
    [InlineData("Successful Deliveries", "delivered")]
    [InlineData("Total Spent", "spend")]
    [InlineData("Spectateurs uniques", "users")]
    [InlineData("Video views at 100%", "completion")]
    [InlineData("Complete payment (value)", "conv_value")]
    [InlineData("Session key event rate", "cvr_session")]
    [InlineData("Average engagement time per session", "avg_duration")]
    [InlineData("Temps moyen sur le site web", "avg_duration")]
    [InlineData("Durée de visionnage (heures)", "watch_time")]
    [InlineData("Pourcentage moyen regardé (%)", "avg_pct_viewed")]
    [InlineData("Position", "position")]
    [InlineData("Net sales", "revenue_net")]
    [InlineData("Bounce Rate", "bounce_rate")]
    public void A_header_has_the_id_of_the_contract(string header, string id) => Assert.Equal(id, Kpis.Match(header)?.Id);

    [Fact]
    public void What_a_ratio_is_weighed_by_is_a_known_figure_that_may_be_summed() =>
        Assert.All(Kpis.All.SelectMany(k => Kpis.Weights(k.Id)), id => Assert.Equal(KpiKind.Additive, Kpis.ById(id)?.Kind));

    [Fact]
    public void No_header_is_both_known_and_left_aside_by_chance() => Assert.Null(Kpis.Match("Budget quotidien"));
}
