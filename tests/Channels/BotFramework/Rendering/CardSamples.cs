using MentorBot.Messages;
using MentorBot.Tests.Channels.Web;
using MentorBot.Tests.Charts;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>The main cards, as the flows send them.</summary>
internal static class CardSamples
{
    public static IReadOnlyList<(string Name, Message Message)> All => [("greeting", Greeting), ("reading", Reading), ("question", Question), ("outcome", Question), ("wide", Wide), ("many", Many), ("other-charts", SampleMessages.Comparisons), ("cause", Cause)];

    public static Message Greeting => Message.Of("fr",
        new TextPart("Bonjour Léa. Je suis votre mentor marketing : je vous aide à **lire vos chiffres** et à décider, je ne décide pas à votre place et je ne note personne.\n\n- Envoyez un export (Google Ads, Meta, LinkedIn, GA4, newsletter)\n- Ou tapez vos chiffres"),
        new NoticePart(NoticeTone.Info, "Nos échanges restent entre nous : ni votre manager ni la direction ne les lisent."),
        SampleMessages.Choices("n1", "mission:read-kpis", ("read", "Lire des chiffres"), ("offer", "Tester une offre ou une page"), ("before", "Préparer une campagne"), ("running", "Relire une campagne en cours"), ("idea", "Confronter une idée")));

    public static Message Reading => Message.Of("fr",
        new TextPart("**Le coût par conversion a bougé un seul jour**\nLe 22 septembre, une conversion a coûté 58 € ; la plage attendue va de 25 à 35 €.\nÀ vérifier : un changement de page ou de budget ce jour-là."),
        new FactsPart([new Fact("Source", "Google Ads, rapport quotidien par campagne"), new Fact("Période", "1 sept. au 5 oct. 2026"), new Fact("Lignes lues", "140"), new Fact("Devise", "EUR")]),
        new TablePart("Par campagne", ["Campagne", "Dépense", "Conversions", "CPA"], [false, true, true, true],
        [
            ["Abonnement_FR_Generique_Search_2026", "12 430 €", "412", "30,17 €"],
            ["Podcast retargeting", "2 140 €", "38", "56,32 €"],
            ["Marque", "980 €", "51", "19,22 €"],
        ]),
        new ChartPart(SampleMessages.Cost),
        new NoticePart(NoticeTone.Warning, "Le 5 octobre est **incomplet** : il n’est pas jugé."),
        new FilePart(Guid.Parse("0199b0a0-0000-7000-8000-000000000002"), "recapitulatif-google-ads-2026-10-05.pdf", "application/pdf", 48_200));

    public static Message Question => Message.Of("fr",
        new TextPart("**Avant que je vous donne ma lecture : qu’est-ce que vous voyez, vous ?**\nUne phrase suffit."),
        SampleMessages.Choices("n1", "flow:demo", ("down", "Ça baisse"), ("up", "Ça monte"), ("unknown", "Je ne sais pas encore")));

    public static Message Wide => Message.Of("en",
        new TablePart("The largest campaigns", ["Campaign", "Spend", "Conversions", "Cost per conversion", "95% range", "Verdict"], [false, true, true, true, true, false],
        [
            ["Autumn collection | Prospecting", "€6,240", "128", "€48.75", "€41 to €58.44", "losing"],
            ["Autumn collection | Lookalike 2%", "€3,834", "99", "€38.73", "€31.81 to €47.65", "unclear"],
            ["Autumn collection | Interests broad", "€3,166", "36", "€87.93", "€63.52 to €125.55", "losing"],
        ]),
        new NoticePart(NoticeTone.Critical, "The two files do not overlap: nothing is compared."));

    public static Message Many => Message.Of("fr",
        new TextPart("Quelles campagnes voulez-vous garder ?"),
        SampleMessages.Choices("n2", "flow:many", ("a", "Abonnement_FR_Generique_Search_2026"), ("b", "Podcast retargeting"), ("c", "Meta | Prospection | Lookalike 3 % acheteurs 180 jours | Vidéo verticale 15 s")) with { Many = true },
        SampleMessages.Choices("n3", "flow:colonne", [.. Enumerable.Range(1, 9).Select(i => ($"c{i}", $"Colonne {i}"))]));

    public static Message Cause => Message.Of("fr", new WaterfallPart(SampleMessages.Why), new IntervalPart(ChartSamples.Difference()),
        new ChartPart(SampleMessages.Cost with { Points = [.. SampleMessages.Cost.Points.Select(p => p with { Flagged = false, Partial = false })] }));
}
