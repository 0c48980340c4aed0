using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Arms for property tests.</summary>
internal static class Arms
{
    /// <summary>From one visitor to a million, nobody to everybody converting, small arms as often as large ones.</summary>
    public static readonly Gen<Arm> Any = Gen.Select(Gen.Double[0, 6], Gen.Double[0, 1], Gen.Int[0, 9]).Select((size, share, end) =>
    {
        var users = Math.Round(Math.Pow(10, size));
        return new Arm(end switch { 0 => 0, 1 => users, _ => Math.Round(users * share) }, users);
    });

    /// <summary>The same with somebody who converted and somebody who did not.</summary>
    public static readonly Gen<Arm> Inner = Any.Where(a => a.Scarcer >= 1);

    public static Arm Times(this Arm arm, double factor) => new(arm.Conversions * factor, arm.Users * factor);
}
