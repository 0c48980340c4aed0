namespace MentorBot.Messages;

/// <summary>How a figure went from one level to another, part by part, as a channel-neutral drawing order.</summary>
/// <param name="Title">What is drawn, in the message's language.</param>
/// <param name="AltText">The same facts in a few sentences for somebody who cannot see it.</param>
/// <param name="Currency">ISO code when <paramref name="Unit"/> is money.</param>
/// <param name="Bars">From the starting level to the level reached; the changes in between add up to their difference.</param>
internal sealed record WaterfallChart(string Title, string AltText, ChartUnit Unit, string? Currency, IReadOnlyList<WaterfallBar> Bars)
{
    /// <summary>Heads of the table that gives the same figures: what moved, and by how much.</summary>
    public required WaterfallHeads Heads { get; init; }
}

/// <param name="Label">Short: it stands under the bar.</param>
/// <param name="Value">A level, or a signed change; in the chart's unit.</param>
/// <param name="IsLevel">The first and the last bar, which stand on zero.</param>
internal sealed record WaterfallBar(string Label, double Value, bool IsLevel = false);

internal sealed record WaterfallHeads(string Part, string Value);
