using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Okabe and Ito's blue for a rise and vermillion for a fall (sky blue and orange on a dark ground): a direction, not a judgement, since a cost that falls is good news.</summary>
internal sealed record WaterfallColours(Color Background, Color Text, Color Level, Color Rise, Color Fall, Color Join)
{
    private static readonly WaterfallColours Light = new(Colors.White, new Color("#1F2328"), new Color("#8A939E"), new Color("#0072B2"), new Color("#D55E00"), new Color("#8A939E"));

    private static readonly WaterfallColours Dark = new(new Color("#1B1F24"), new Color("#F0F2F5"), new Color("#7D8794"), new Color("#56B4E9"), new Color("#E69F00"), new Color("#7D8794"));

    public static WaterfallColours For(bool dark) => dark ? Dark : Light;
}
