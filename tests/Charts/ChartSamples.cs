using MentorBot.Messages;

namespace MentorBot.Tests.Charts;

/// <summary>Charts as testing and campaigns make them.</summary>
internal static class ChartSamples
{
    private static readonly string[] Names =
    [
        "Abonnement_FR_Generique_Search_2026", "Podcast retargeting", "Meta | Prospection | Lookalike 3 % acheteurs 180 jours | Vidéo verticale 15 s | 2026-09", "Marque", "YouTube notoriété rentrée", "Performance Max Abonnement",
        "Newsletter_partenaires_sept", "TikTok créateurs", "Display reciblage panier abandonné", "Abonnement_FR_Generique_Search_2025", "Affiliation", "Bing",
    ];

    public static IntervalChart Cpa(int rows = 5, bool french = true) => new(french ? "Coût par abonnement, par campagne" : "Cost per subscription, by campaign", "Le coût par abonnement va de 19 € à plus de 100 € selon la campagne.", ChartUnit.Money, "EUR",
        [.. Enumerable.Range(0, rows).Select(i => new IntervalRow(Names[i % Names.Length], i == 3 ? null : 22 + (7.3 * i), 17 + (5.1 * i), i == 3 ? double.PositiveInfinity : 31.4 + (13.3 * i * (1 + (i * .5))), i == 1))])
    {
        Reference = 45,
        ReferenceLabel = french ? "seuil de rentabilité : 45 €" : "break-even: €45",
        Heads = french ? new IntervalHeads("Campagne", "Coût par abonnement", "Fourchette à 95\u00A0%") : new IntervalHeads("Campaign", "Cost per subscription", "95% range"),
    };

    public static IntervalChart Difference(bool french = true) => new(french ? "Écart de taux de conversion avec la version actuelle" : "Difference in conversion rate from the current version", "B fait 0,69 point de mieux, entre −0,12 et 1,5.", ChartUnit.Points, null,
        [new IntervalRow(french ? "Version B : formulaire court" : "Version B: short form", .0069, -.0012, .015, true), new IntervalRow(french ? "Mobile" : "Phone", .0091, .0004, .0178), new IntervalRow(french ? "Ordinateur" : "Desktop", .0021, -.011, .0152)])
    {
        Reference = 0,
        ReferenceLabel = french ? "aucun écart" : "no difference",
        Heads = french ? new IntervalHeads("Groupe", "Écart", "Fourchette à 95\u00A0%") : new IntervalHeads("Group", "Difference", "95% range"),
    };

    public static CurveChart Power(bool french = true) => new(french ? "Chances de voir un gain de 10 % selon le nombre de visiteurs" : "Chance of seeing a 10% gain, by number of visitors", "Avec 12 000 visiteurs par version, le test verrait un gain de 10 % une fois sur deux.",
        new CurveAxis(french ? "visiteurs par version" : "visitors per version", ChartUnit.Count), new CurveAxis(french ? "chances de voir le gain" : "chance of seeing the gain", ChartUnit.Percent),
        [.. Enumerable.Range(1, 60).Select(i => new CurvePoint(i * 1000, 1 - Math.Exp(-i / 17.0)))],
        [new CurveMark(12000, 1 - Math.Exp(-12 / 17.0), french ? "ton test : 12 000" : "your test: 12,000"), new CurveMark(27400, 1 - Math.Exp(-27.4 / 17.0), french ? "il en faudrait 27 400" : "27,400 would be needed")])
    {
        Reference = .8,
        ReferenceLabel = french ? "niveau habituel : 80 %" : "usual level: 80%",
    };

    public static CurveChart Spend(bool french = true) => new(french ? "Ventes selon la dépense hebdomadaire" : "Sales by weekly spend", "Chaque palier rapporte moins que le précédent.",
        new CurveAxis(french ? "dépense par semaine" : "spend per week", ChartUnit.Money, "EUR"), new CurveAxis(french ? "ventes par semaine" : "sales per week", ChartUnit.Count),
        [.. Enumerable.Range(0, 41).Select(i => i * 500.0).Select(x => new CurvePoint(x, Sales(x), Sales(x) * .85, Sales(x) * (1.15 + (x / 60000))))],
        [.. new[] { 2000.0, 4000, 8000, 12000 }.Select((x, i) => new CurveMark(x, Sales(x) * (1 + ((i % 2 == 0 ? 1 : -1) * .05)), french ? $"palier {i + 1}" : $"level {i + 1}", Sales(x) * .8, Sales(x) * 1.25))])
    {
        SeenUpTo = 12000,
    };

    public static TornadoChart Profit(bool french = true) => new(french ? "Ce dont dépend le coût par abonnement" : "What the cost per subscription depends on", "Le taux de conversion pèse le plus : de 18 € à plus de 100 €.", ChartUnit.Money, "EUR", 30,
    [
        new TornadoBar(french ? "Prix du clic" : "Cost per click", "0,60 €", "0,90 €", 25.2, 38.4),
        new TornadoBar(french ? "Taux de conversion de la page d’offre" : "Conversion rate of the offer page", "1,2 %", "3,1 %", 52.5, 18.3),
        new TornadoBar(french ? "Part des abonnés encore là après trois mois" : "Share of subscribers still there after three months", "62 %", "81 %", 34, 27),
        new TornadoBar(french ? "Remise de bienvenue" : "Welcome discount", "0 €", "10 €", 30, 32),
    ])
    {
        Reference = 45,
        ReferenceLabel = french ? "seuil de rentabilité : 45 €" : "break-even: €45",
        Heads = french ? new TornadoHeads("Hypothèse", "à la valeur basse", "à la valeur haute") : new TornadoHeads("Assumption", "at the low value", "at the high value"),
    };

    private static double Sales(double spend) => 420 * spend / (spend + 7000);
}
