using MentorBot.Messages;
using MentorBot.Tests.Charts;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Messages with every kind of part, as long and wide as real ones get.</summary>
internal static class SampleMessages
{
    public static Message Welcome => Message.Of("fr",
        new TextPart("Bonjour Léa, je suis le mentor de l’équipe marketing.\nJe t’aide à **lire tes chiffres** avant de décider : d’abord ta lecture, ensuite ce que disent les données, et à la fin une décision, un seuil et une date.\n\n- Dépose un export Google Ads, Meta Ads ou GA4\n- Ou colle quelques chiffres ici"),
        new NoticePart(NoticeTone.Info, "Cette conversation n’est lue par personne d’autre. Tes décisions restent privées tant que tu ne les partages pas."),
        Choices("welcome", "mission:read-kpis", ("example", "Essayer avec un export d’exemple"), ("figures", "Taper quelques chiffres"), ("who", "Qui voit quoi ?")));

    public static Message Reading => Message.Of("fr",
        new TextPart("Voici **ce que contient le fichier**. La ligne de total a été retirée et m’a servi de contrôle : les sommes concordent."),
        new FactsPart([new Fact("Source", "Google Ads, rapport quotidien par campagne"), new Fact("Période", "1 sept. au 5 oct. 2026"), new Fact("Lignes lues", "140"), new Fact("Devise", "EUR")]),
        new TablePart("Par campagne", ["Campagne", "Dépense", "Impressions", "Clics", "Conversions", "CPA", "Taux de conversion"], [false, true, true, true, true, true, true],
        [
            ["Abonnement_FR_Generique_Search_2026", "12 430 €", "1 204 331", "34 120", "412", "30,17 €", "1,21 %"],
            ["Podcast_Retargeting", "2 140 €", "331 200", "4 980", "38", "56,32 €", "0,76 %"],
        ]),
        new ChartPart(Cost),
        new WaterfallPart(Why),
        new IntervalPart(ChartSamples.Difference()),
        new CurvePart(ChartSamples.Power()),
        new TornadoPart(ChartSamples.Profit()),
        new NoticePart(NoticeTone.Warning, "Le 5 octobre est **incomplet** : il n’est pas jugé."),
        new FilePart(Guid.CreateVersion7(), "recapitulatif-lecture-google-ads-2026-10-05.pdf", "application/pdf", 48_200));

    public static Message Comparisons => Message.Of("fr", new IntervalPart(ChartSamples.Cpa()), new CurvePart(ChartSamples.Spend()), new TornadoPart(ChartSamples.Profit()));

    public static LineChart Cost => new("Coût par conversion, par jour (€)", "Le coût par conversion reste entre 26 € et 34 €, sauf le 22 septembre où il monte à 58 €.", ChartUnit.Money, "EUR",
        [.. Enumerable.Range(0, 35).Select(i => new ChartPoint(new DateOnly(2026, 9, 1).AddDays(i), i == 21 ? 58 : 30 + (3 * Math.Sin(i)), 25, 30, 35, i == 21, i == 34))])
    {
        Legend = new ChartLegend("Coût par conversion", "Plage attendue", "hors plage", "jour incomplet"),
    };

    public static WaterfallChart Why => new("Coût par conversion (CPA) : de l’avant à l’après", "Le coût par conversion passe de 22,22 € à 30,98 € : CPM +3,68 €, CTR +2,29 €, taux de conversion +2,78 €.", ChartUnit.Money, "EUR",
        [new WaterfallBar("Avant", 22.22, IsLevel: true), new WaterfallBar("CPM", 3.68), new WaterfallBar("CTR", 2.29), new WaterfallBar("Taux de conversion", 2.79), new WaterfallBar("Après", 30.98, IsLevel: true)])
    {
        Heads = new WaterfallHeads("Part", "Effet"),
    };

    public static Message Question(string nonce) => Message.Of("fr", new TextPart("**Avant que je te donne ma lecture : qu’est-ce que tu vois, toi ?**\nUne phrase suffit."),
        Choices(nonce, "flow:demo", ("down", "Ça baisse"), ("up", "Ça monte"), ("unknown", "Je ne sais pas encore")));

    public static Message ManyChoices(string nonce) => Message.Of("fr", new TextPart("Quelles campagnes veux-tu garder ?"),
        Choices(nonce, "flow:many", ("a", "Générique"), ("b", "Retargeting"), ("c", "Podcast")) with { Many = true });

    public static ChoicesPart Choices(string nonce, string target, params IReadOnlyList<(string Value, string Label)> choices) =>
        new(target, 1, nonce, [.. choices.Select(c => new Choice(c.Value, c.Label))]);
}
