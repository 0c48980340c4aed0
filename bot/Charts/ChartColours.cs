using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Okabe and Ito's palette, told apart with any colour vision; text keeps a contrast above 7:1, marks and axes (Soft) above 3:1.</summary>
internal sealed record ChartColours(Color Background, Color Text, Color Grid, Color Line, Color Band, Color Flag, Color Hatch, Color Soft)
{
    private static readonly ChartColours Light = new(Colors.White, new Color("#1F2328"), new Color("#E3E6EA"), new Color("#0072B2"), new Color("#56B4E9").WithAlpha(.28), new Color("#D55E00"), new Color("#C3C9D1"), new Color("#6E7781"));

    private static readonly ChartColours Dark = new(new Color("#1B1F24"), new Color("#F0F2F5"), new Color("#343A42"), new Color("#56B4E9"), new Color("#56B4E9").WithAlpha(.22), new Color("#E69F00"), new Color("#4B545F"), new Color("#9AA4B0"));

    public static ChartColours For(bool dark) => dark ? Dark : Light;
}
