namespace MentorBot.Messages;

/// <summary>What a result depends on most: each assumption moved from its low to its high value while the others stay, widest first. A channel-neutral drawing order.</summary>
/// <param name="Title">What is drawn, in the message's language.</param>
/// <param name="AltText">The same facts in a few sentences for somebody who cannot see it.</param>
/// <param name="Currency">ISO code when <paramref name="Unit"/> is money.</param>
/// <param name="Base">The result with every assumption at its expected value.</param>
internal sealed record TornadoChart(string Title, string AltText, ChartUnit Unit, string? Currency, double Base, IReadOnlyList<TornadoBar> Bars)
{
    /// <summary>A value that the result is held against, such as a break-even.</summary>
    public double? Reference { get; init; }

    public string? ReferenceLabel { get; init; }

    /// <summary>Heads of the table that gives the same figures.</summary>
    public required TornadoHeads Heads { get; init; }
}

/// <param name="LowInput">The assumption's low value, written for the person.</param>
/// <param name="AtLow">The result there.</param>
/// <param name="AtHigh">The result at its high value; infinite when nothing would be sold.</param>
internal sealed record TornadoBar(string Label, string LowInput, string HighInput, double AtLow, double AtHigh);

internal sealed record TornadoHeads(string Assumption, string AtLow, string AtHigh);
