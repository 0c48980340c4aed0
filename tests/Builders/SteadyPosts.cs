using MathNet.Numerics.Distributions;
using MentorBot.Tables;

namespace MentorBot.Tests.Builders;

/// <summary>Posts of an account on which nothing changes: log-normal, one to four formats on levels of their own, each post growing to its plateau. Every alarm on it is false.</summary>
internal static class SteadyPosts
{
    private static readonly string[] Formats = ["Reel", "Carousel", "Photo", "Story"];

    public static KpiTable Of(int seed)
    {
        var random = new Random(seed);
        var sigma = .4 + .8 * random.NextDouble();
        var count = random.Next(10, 81);
        var formats = random.Next(1, 5);
        var every = .4 + 3 * random.NextDouble();
        var growth = .8 + 1.4 * random.NextDouble();
        var until = new DateOnly(2026, 9, 30);
        var level = Enumerable.Range(0, formats).Select(_ => 1500 * Math.Exp(Normal.Sample(random, 0, .7))).ToArray();
        var (dates, type) = (new DateOnly[count], new string[count]);
        var columns = Enumerable.Range(0, 6).Select(_ => new double[count]).ToArray();
        for (var i = 0; i < count; i++)
        {
            dates[i] = until.AddDays(-(int)(i * every));
            var format = random.Next(formats);
            type[i] = Formats[format];
            var grown = 1 - Math.Exp(-(i * every + .3) / growth);
            columns[0][i] = Poisson.Sample(random, level[format] * Math.Exp(Normal.Sample(random, 0, sigma)) * grown);
            columns[1][i] = Math.Round(columns[0][i] * (.7 + .2 * random.NextDouble()));
            foreach (var (column, rate) in new[] { (2, .05), (3, .004), (4, .008), (5, .005) })
            {
                columns[column][i] = Poisson.Sample(random, Math.Max(1e-9, columns[0][i] * rate * Math.Exp(Normal.Sample(random, 0, .3))));
            }
        }

        return new KpiTableBuilder().Posts().On(dates).Key("post_type", type).With("views_content", columns[0]).With("reach", columns[1]).With("reactions", columns[2]).With("comments", columns[3])
            .With("shares", columns[4]).With("saves", columns[5]).Build();
    }
}
