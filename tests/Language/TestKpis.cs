using MentorBot.Language;

namespace MentorBot.Tests.Language;

/// <summary>KPI names as people say them; the real ones come from the Kpis room.</summary>
internal sealed class TestKpis : IVocabulary
{
    private static readonly (string Id, string[] French, string[] English)[] Names =
    [
        ("cpm", ["cpm", "coût pour mille", "coût par mille", "coût aux mille"], ["cpm", "cost per mille", "cost per thousand"]),
        ("ctr", ["ctr", "taux de clic", "taux de clics"], ["ctr", "click-through rate", "clickthrough rate", "click through"]),
        ("cpc", ["cpc", "coût par clic"], ["cpc", "cost per click"]),
        ("cpa", ["cpa", "coût par acquisition", "coût d'acquisition", "coût par conversion", "coût par vente"], ["cpa", "cost per acquisition", "cost per conversion", "cost per action", "cost per sale"]),
        ("cvr", ["cvr", "taux de conversion", "taux de transformation"], ["cvr", "conversion rate"]),
        ("roas", ["roas", "retour sur dépenses publicitaires", "retour sur dépense publicitaire"], ["roas", "return on ad spend"]),
        ("reach", ["portée", "reach", "couverture"], ["reach"]),
        ("frequency", ["répétition", "fréquence", "frequency"], ["frequency"]),
        ("impressions", ["impressions", "impression", "affichages"], ["impressions", "impression"]),
        ("spend", ["dépense", "dépenses", "montant dépensé", "dépenses publicitaires"], ["spend", "amount spent", "ad spend"]),
        ("conversions", ["conversions", "conversion"], ["conversions", "conversion"]),
        ("conv_value", ["valeur de conversion", "valeur des conversions"], ["conversion value", "conversions value"]),
        ("sessions", ["sessions", "session"], ["sessions", "session"]),
        ("users", ["utilisateurs", "utilisateurs actifs", "visiteurs uniques"], ["users", "active users", "unique visitors"]),
        ("engagement_rate", ["taux d'engagement", "engagement"], ["engagement rate", "engagement"]),
        ("bounce_rate", ["taux de rebond"], ["bounce rate"]),
        ("open_rate", ["taux d'ouverture"], ["open rate"]),
        ("click_rate", ["taux de clic email", "taux de clics email", "taux de clic des emails"], ["click rate", "email click rate"]),
        ("unsubscribe_rate", ["taux de désabonnement", "taux de désinscription"], ["unsubscribe rate", "opt-out rate"]),
        ("clicks_link", ["clics sur le lien", "clics sur un lien", "clics sur lien"], ["link clicks", "outbound clicks"]),
        ("clicks_all", ["clics", "clics (tous)", "clics tous"], ["clicks", "clicks (all)", "all clicks"]),
        ("subscribers", ["abonnés", "nombre d'abonnés"], ["subscribers", "subscriber count", "followers"]),
        ("views_content", ["vues de contenu", "vues du contenu"], ["content views"]),
        ("churn", ["churn", "taux de churn", "taux d'attrition", "attrition"], ["churn", "churn rate", "attrition"]),
        ("ltv", ["ltv", "valeur vie client", "valeur à vie", "clv"], ["ltv", "lifetime value", "customer lifetime value", "clv"]),
        ("aov", ["panier moyen", "aov"], ["aov", "average order value", "average basket"]),
        ("position", ["position moyenne", "position"], ["average position", "position"]),
    ];

    public IEnumerable<Phrases> Said(string locale) => Names.Select(n => new Phrases(Gesture.Define, n.Id, locale == "fr" ? n.French : n.English));
}
