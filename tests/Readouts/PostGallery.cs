using MathNet.Numerics.Distributions;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

/// <summary>Tables of posts that together show every finding about posts, and the corners: one post, zeros, no title, no format.</summary>
internal static class PostGallery
{
    public static IEnumerable<KpiTableBuilder> Tables() =>
    [
        Posts(40, 2, i => i == 12 ? 20 : 1).Key("post_title", [.. Enumerable.Range(0, 40).Select(i => $"Sujet {i}")]).Key("post_type", [.. Enumerable.Repeat("IG reel", 40)]),
        Posts(40, 2, i => i is 12 or 13 or 14 ? 20 : 1),
        Posts(60, 1, i => i >= 28 ? .3 : 1).Key("post_type", [.. Enumerable.Range(0, 60).Select(i => i % 20 == 0 ? "Story" : "Reel")]).With("reach", Values(60, i => i >= 28 ? .3 : 1, 5)),
        Posts(60, 1, i => i % 2 == 0 ? 4 : 1).Key("post_type", [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? "Reel" : "Photo")]),
        Posts(60, 1, i => i % 3 == 0 ? .2 : 1).Key("post_type", [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? "Reel" : i % 3 == 1 ? "Photo" : "Carousel")]),
        Posts(60, 3, i => 1).Posts("youtube-studio").With("video_length", [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 50.0 : 900)]),
        Posts(5, 2, _ => 1),
        Posts(3, 200, _ => 1).MadeOn(KpiTableBuilder.Monday.AddDays(9000)),
        Posts(9, 0, _ => 1),
        Posts(1, 1, _ => 1),
        Posts(20, 2, _ => 0),
        Posts(20, 2, i => i % 2),
        Posts(24, 2, _ => double.NaN),
        Posts(24, 2, i => i < 12 ? double.NaN : 1),
    ];

    private static KpiTableBuilder Posts(int count, int every, Func<int, double> factor) =>
        new KpiTableBuilder().Posts().On([.. Enumerable.Range(0, count).Select(i => KpiTableBuilder.Monday.AddDays(i * every))]).With("views_content", Values(count, factor, 3));

    private static double[] Values(int count, Func<int, double> factor, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(900 * Math.Exp(Normal.Sample(random, 0, .3)) * factor(i)))];
    }
}
