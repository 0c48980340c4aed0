using System.Globalization;
using System.Text.Json;
using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>The weak spots of a reading, kept in the run as codes and figures: the upload is gone by the time they are asked about, and the person may change language meanwhile.</summary>
internal static class KeptSpots
{
    public const string Name = "weak_spots";

    private const string Day = "yyyy-MM-dd";

    public static void Keep(FlowWalk walk, IReadOnlyList<WeakSpot> spots) =>
        walk.Set(Name, spots.Count == 0 ? null : FlowValue.Of([.. spots.Select(s => JsonSerializer.Serialize(new Kept(s.Code, s.Asks, s.Expect, s.Evidence.ToDictionary(e => e.Key, e => Plain(e.Value)))))]));

    public static IReadOnlyList<WeakSpot> Of(FlowWalk walk) => [.. (walk.Lookup(Name)?.List ?? []).Select(Read)];

    private static WeakSpot Read(string json)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json) ?? throw new JsonException("A kept weak spot is null.");
        return new WeakSpot(kept.Code, kept.Asks, kept.Evidence.ToDictionary(e => e.Key, e => Value(e.Value as JsonElement?)), kept.Expect);
    }

    private static object? Plain(object? value) => value switch
    {
        double d => double.IsFinite(d) ? d : null,
        DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static object? Value(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } text => DateOnly.TryParseExact(text.GetString(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : text.GetString(),
        _ => null,
    };

    private sealed record Kept(string Code, Sceptic Asks, IReadOnlyList<Expectation> Expect, Dictionary<string, object?> Evidence);
}
