using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MentorBot.Deliveries;

/// <summary>Names of what this room measures.</summary>
internal static class Telemetry
{
    public const string MeterName = "MentorBot.Deliveries";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Settled = Meter.CreateCounter<long>("mentorbot.delivery.settled", "{send}", "Sends by what became of them; possible repeats apart");

    public static void Settle(Delivery delivery) => Settled.Add(1, new TagList
    {
        { "channel", delivery.Channel },
        { "class", delivery.Class.ToString() },
        { "state", delivery.State.ToString() },
        { "possible_repeat", delivery.PossibleRepeat },
    });
}
