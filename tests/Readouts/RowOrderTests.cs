using System.Text;
using System.Text.Json.Nodes;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders.Exports;
using MentorBot.Tests.Tables;

namespace MentorBot.Tests.Readouts;

/// <summary>An export sorted by campaign says what the same export sorted by day says. MENTORBOT_FUZZ asks for more shuffles.</summary>
public sealed class RowOrderTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private static readonly int Shuffles = int.TryParse(Environment.GetEnvironmentVariable("MENTORBOT_FUZZ"), out var asked) ? Math.Max(1, asked / 50) : 6;
    private static readonly ReadoutJson Json = new(Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));

    /// <summary>Lines move with their rows.</summary>
    private static readonly string[] OfPlaces = ["line", "sameAsLine"];

    public static TheoryData<string> Exports => ["google", "meta", "ga4", "doubled"];

    [Theory]
    [MemberData(nameof(Exports))]
    public void Order_of_rows_does_not_matter(string export)
    {
        var lines = Encoding.UTF8.GetString(Of(export)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var head = Array.FindIndex(lines, l => l.Contains(',', StringComparison.Ordinal) && l.Contains("Sessions", StringComparison.Ordinal) || l.Contains("Clicks", StringComparison.Ordinal)) + 1;
        lines = [.. lines.Where(l => !l.Contains("Total: ", StringComparison.Ordinal))];
        var inOrder = Reading(lines);
        for (var seed = 1; seed <= Shuffles; seed++)
        {
            var rows = lines[head..];
            new Random(seed).Shuffle(rows);
            var shuffled = Reading([.. lines[..head], .. rows]);
            Same(inOrder["metrics"], shuffled["metrics"], $"seed {seed}: metrics");
            Same(Told(inOrder), Told(shuffled), $"seed {seed}: findings");
            Same(inOrder["mainMetric"], shuffled["mainMetric"], $"seed {seed}: main metric");
        }
    }

    private static byte[] Of(string export)
    {
        var story = new StoryLine(RateDropsOn: Monday.AddDays(28), PartialLastDay: true, BrokenDays: [Monday.AddDays(10), Monday.AddDays(11)]);
        var days = Story.Days(story, 7, Monday, 56);
        return export switch
        {
            "google" => GoogleAdsExport.Write(days, french: false, utf16: false),
            "meta" => MetaAdsExport.Write(days, french: false),
            "doubled" => MetaAdsExport.Write([.. days, .. days.Take(9)], french: false),
            _ => Ga4Export.Write(story, 7, Monday, 56, french: false),
        };
    }

    private static JsonObject Reading(string[] lines)
    {
        var table = Tables.Reading.Table(string.Join('\n', lines));
        var readout = ReadTable.Read(table, new ReadoutOptions(new DateOnly(2027, 1, 1)));
        return JsonNode.Parse(Json.Write(readout, new Voice("en", AddressForm.Vous)))!.AsObject();
    }

    private static JsonArray Told(JsonObject reading) =>
        new([.. reading["findings"]!.AsArray().Select(f => (JsonNode)new JsonObject(f!.AsObject()
            .Where(p => p.Key is "code" or "severity" or "metric" or "segment" or "from" or "to" or "evidence")
            .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))))]);

    /// <summary>Sums of cents in another order differ in their last bits; nothing else may.</summary>
    private static void Same(JsonNode? expected, JsonNode? found, string where)
    {
        switch (expected, found)
        {
            case (JsonObject a, JsonObject b):
                Assert.True(a.Select(p => p.Key).SequenceEqual(b.Select(p => p.Key)), $"{where}: {a} and {b}");
                foreach (var (name, value) in a.Where(p => !OfPlaces.Contains(p.Key)))
                {
                    Same(value, b[name], $"{where}.{name}");
                }

                break;
            case (JsonArray a, JsonArray b):
                Assert.True(a.Count == b.Count, $"{where}: {a} and {b}");
                for (var i = 0; i < a.Count; i++)
                {
                    Same(a[i], b[i], $"{where}[{i}]");
                }

                break;
            case (JsonValue a, JsonValue b) when a.TryGetValue<double>(out var x) && b.TryGetValue<double>(out var y):
                Assert.True(Math.Abs(x - y) <= 1e-6 * Math.Max(1e-6, Math.Abs(x)), $"{where}: {x} and {y}");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, found), $"{where}: {expected} and {found}");
                break;
        }
    }
}
