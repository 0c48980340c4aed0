namespace MentorBot.Messages;

/// <summary>One quantity against another, as a channel-neutral drawing order: power against visitors, sales against spend.</summary>
/// <param name="Title">What is drawn, in the message's language.</param>
/// <param name="AltText">The same facts in a few sentences for somebody who cannot see it.</param>
/// <param name="Curve">From left to right; empty where only marks are known.</param>
/// <param name="Marks">Points with a name, such as "your test" or a spend level that was seen.</param>
internal sealed record CurveChart(string Title, string AltText, CurveAxis X, CurveAxis Y, IReadOnlyList<CurvePoint> Curve, IReadOnlyList<CurveMark> Marks)
{
    /// <summary>A level across the chart: 80 % power, a break-even.</summary>
    public double? Reference { get; init; }

    public string? ReferenceLabel { get; init; }

    /// <summary>Beyond this x nothing was seen: the curve is drawn broken from there.</summary>
    public double? SeenUpTo { get; init; }
}

/// <param name="Currency">ISO code when <paramref name="Unit"/> is money.</param>
internal sealed record CurveAxis(string Title, ChartUnit Unit, string? Currency = null)
{
    /// <summary>The axis multiplies from step to step; every value is then above zero.</summary>
    public bool Log { get; init; }
}

/// <param name="Low">Edges of the range of y, where there is one.</param>
internal sealed record CurvePoint(double X, double Y, double? Low = null, double? High = null);

/// <param name="Low">Edges of the range of y, where there is one.</param>
internal sealed record CurveMark(double X, double Y, string Label, double? Low = null, double? High = null);
