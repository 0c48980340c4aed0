namespace MentorBot.Messages;

/// <summary>Estimates with their ranges, one under the other, as a channel-neutral drawing order: arms of a test, CPAs of campaigns.</summary>
/// <param name="Title">What is drawn, in the message's language.</param>
/// <param name="AltText">The same facts in a few sentences for somebody who cannot see it.</param>
/// <param name="Currency">ISO code when <paramref name="Unit"/> is money.</param>
internal sealed record IntervalChart(string Title, string AltText, ChartUnit Unit, string? Currency, IReadOnlyList<IntervalRow> Rows)
{
    /// <summary>A value that the ranges are held against: zero, a break-even.</summary>
    public double? Reference { get; init; }

    public string? ReferenceLabel { get; init; }

    /// <summary>Heads of the table that gives the same figures.</summary>
    public required IntervalHeads Heads { get; init; }
}

/// <param name="Value">Null where only the range is known.</param>
/// <param name="High">Infinite where the data set no upper limit: drawn with an arrow.</param>
/// <param name="Strong">Drawn heavier: the row that the message is about.</param>
internal sealed record IntervalRow(string Label, double? Value, double Low, double High, bool Strong = false);

internal sealed record IntervalHeads(string Row, string Value, string Range);
