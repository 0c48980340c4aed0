using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MentorBot.Turns;

/// <summary>Names of what this room measures.</summary>
internal static class Telemetry
{
    public const string MeterName = "MentorBot.Turns";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("mentorbot.turn.duration", "ms", "From the lease to the commit");

    public static void Turn(string channel, string outcome, TimeSpan elapsed) =>
        Duration.Record(elapsed.TotalMilliseconds, new TagList { { "channel", channel }, { "outcome", outcome } });
}
