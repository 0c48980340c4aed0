namespace MentorBot.Messages;

/// <summary>One daily (or weekly) series with the band its own history predicts, as a channel-neutral drawing order.</summary>
/// <param name="Title">What is drawn, with its unit, in the message's language.</param>
/// <param name="AltText">The same facts in one to three sentences for somebody who cannot see it.</param>
/// <param name="Unit">How values are written on the axis.</param>
/// <param name="Currency">ISO code when <paramref name="Unit"/> is money.</param>
/// <param name="Points">Oldest first, one per day or week, or one per post.</param>
internal sealed record LineChart(string Title, string AltText, ChartUnit Unit, string? Currency, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>One mark per point and no line between them: posts, of which a day may have several. An incomplete point is then hollow.</summary>
    public bool Dots { get; init; }

    /// <summary>The value axis multiplies from step to step; every value is then above zero.</summary>
    public bool Log { get; init; }

    /// <summary>Words of the legend, in the message's language; null where the chart has no such mark.</summary>
    public ChartLegend? Legend { get; init; }

    /// <summary>What people noted about days, oldest first.</summary>
    public IReadOnlyList<ChartNote> Notes { get; init; } = [];
}

/// <summary>Days with a name: "passage TV".</summary>
internal sealed record ChartNote(DateOnly From, DateOnly To, string Words);

/// <param name="Value">Null when the day is missing from the data (a gap, not a zero).</param>
/// <param name="Low">Lower edge of the expected range; null where no baseline exists.</param>
/// <param name="Expected">The baseline itself.</param>
/// <param name="Flagged">Outside the range, and reported as a finding.</param>
/// <param name="Partial">An incomplete day: hatched, and not judged.</param>
internal sealed record ChartPoint(DateOnly Day, double? Value, double? Low = null, double? Expected = null, double? High = null, bool Flagged = false, bool Partial = false);

/// <summary>Labels for the marks that the chart uses.</summary>
internal sealed record ChartLegend(string Value, string Band, string Flagged, string Partial)
{
    /// <summary>The baseline, where it is drawn as a line of its own.</summary>
    public string? Expected { get; init; }
}

[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ChartUnit>))]
internal enum ChartUnit
{
    Count,
    Money,
    Percent,
    Ratio,
    Seconds,

    /// <summary>A signed difference of two rates, in points.</summary>
    Points,

    /// <summary>A signed relative change.</summary>
    Change,
}
