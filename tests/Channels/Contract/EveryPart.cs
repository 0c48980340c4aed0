using MentorBot.Messages;
using MentorBot.Tests.Channels.Web;
using MentorBot.Tests.Charts;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>One part of every kind there is, as it usually is and as long as it gets. Whoever adds a kind adds it here, and then every channel must draw it.</summary>
internal static class EveryPart
{
    /// <summary>In each of the small ones, wherever it is read.</summary>
    public const string Mark = "marque-de-lecture";

    public static IReadOnlyList<Type> Kinds => [.. typeof(MessagePart).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MessagePart)) && !t.IsAbstract)];

    public static IReadOnlyList<MessagePart> Usual =>
    [
        new TextPart($"Voici **ta lecture**, {Mark}."),
        new FactsPart([new Fact("Source", Mark), new Fact("Lignes lues", "140")]),
        new TablePart("Par campagne", ["Campagne", "CPA"], [false, true], [[Mark, "30,17 €"], ["Podcast", "56,32 €"]]),
        new ChartPart(SampleMessages.Cost with { AltText = Mark }),
        new WaterfallPart(SampleMessages.Why with { AltText = Mark }),
        new IntervalPart(ChartSamples.Difference() with { AltText = Mark }),
        new CurvePart(ChartSamples.Power() with { AltText = Mark }),
        new TornadoPart(ChartSamples.Profit() with { AltText = Mark }),
        new ChoicesPart("flow:demo", 1, "nonce-usual", [new Choice("a", Mark), new Choice("b", "Autre chose")]),
        new FilePart(Guid.Parse("0199b0a0-0000-7000-8000-0000000000f1"), Mark, "text/markdown", 48_200),
        new NoticePart(NoticeTone.Warning, $"Le 5 octobre est incomplet, {Mark}."),
    ];

    public static IReadOnlyList<MessagePart> Long
    {
        get
        {
            var prose = string.Join("\n\n", Enumerable.Range(1, 900).Select(i => $"Paragraphe {i} : le coût par conversion monte de 26 € à 34 € entre deux semaines entières, sans que le budget ait bougé."));
            return
            [
                new TextPart(prose),
                new NoticePart(NoticeTone.Critical, prose),
                new FactsPart([.. Enumerable.Range(1, 300).Select(i => new Fact($"Mesure {i}", new string('9', 60)))]),
                new TablePart("Toutes les campagnes", ["Campagne", "Dépense", "CPA"], [false, true, true], [.. Enumerable.Range(1, 400).Select(i => (IReadOnlyList<string>)[$"Abonnement_FR_Generique_Search_{i}", $"{i} 430 €", "30,17 €"])]),
                new ChartPart(SampleMessages.Cost with { AltText = prose }),
                new ChoicesPart("flow:demo", 1, "nonce-long", [.. Enumerable.Range(1, 150).Select(i => new Choice($"v{i}", $"{i} ".PadRight(120, 'x')))]),
                new FilePart(Guid.Parse("0199b0a0-0000-7000-8000-0000000000f2"), new string('n', 240) + ".pdf", "application/pdf", long.MaxValue),
            ];
        }
    }
}
