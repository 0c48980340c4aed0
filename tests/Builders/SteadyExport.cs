using MathNet.Numerics.Distributions;
using MentorBot.Tables;

namespace MentorBot.Tests.Builders;

/// <summary>A stationary account as a simulation: weekday season, day-to-day movement beyond counting noise, nothing else. Any alarm on it is false.</summary>
internal static class SteadyExport
{
    public static KpiTable Of(int seed)
    {
        var random = new Random(seed);
        var days = new[] { 28, 35, 42, 56, 60, 90, 120 }[random.Next(7)];
        var spend = new[] { 20.0, 150, 900, 5000 }[random.Next(4)];
        var noise = new[] { .03, .08, .15, .25 }[random.Next(4)];
        var weekend = new[] { .4, .7, 1, 1.3 }[random.Next(4)];
        var heavy = random.Next(3);
        double Jitter(double sigma) => heavy switch
        {
            0 => Math.Exp(Normal.Sample(random, -sigma * sigma / 2, sigma)),
            1 => Gamma.Sample(random, 1 / (sigma * sigma), 1 / (sigma * sigma)),
            _ => Math.Max(.05, Normal.Sample(random, 1, sigma)),
        };
        double Count(double mean) => mean < 1e7 ? Poisson.Sample(random, Math.Max(1e-9, mean)) : Math.Round(mean);
        var columns = Enumerable.Range(0, 6).Select(_ => new double[days]).ToArray();
        for (var i = 0; i < days; i++)
        {
            var season = KpiTableBuilder.Monday.AddDays(i).DayOfWeek switch { DayOfWeek.Saturday => weekend, DayOfWeek.Sunday => weekend * .9, DayOfWeek.Friday => .95, _ => 1 };
            columns[0][i] = Math.Round(spend * season * Jitter(noise), 2);
            columns[1][i] = Count(columns[0][i] * 120 * Jitter(noise / 2));
            columns[2][i] = Count(columns[1][i] * .012 * Jitter(noise / 2));
            columns[3][i] = Count(columns[2][i] * .85 * Jitter(noise / 2));
            columns[4][i] = Count(columns[2][i] * .03 * Jitter(noise));
            columns[5][i] = Math.Round(Enumerable.Range(0, (int)columns[4][i]).Sum(_ => LogNormal.Sample(random, 4, .5)), 2);
        }

        var (cost, impressions, clicks, conversions) = (columns[0], columns[1], columns[2], columns[4]);
        double[] Ratio(double[] top, double[] bottom, double scale, int decimals) => [.. top.Select((t, i) => bottom[i] > 0 ? Math.Round(scale * t / bottom[i], decimals) : double.NaN)];
        return new KpiTableBuilder().With("spend", cost).With("impressions", impressions).With("clicks_all", clicks).With("sessions", columns[3]).With("conversions", conversions)
            .With("conv_value", columns[5]).With("ctr", Ratio(clicks, impressions, 1, 4)).With("cpc", Ratio(cost, clicks, 1, 2)).With("cpa", Ratio(cost, conversions, 1, 2)).Build();
    }

    /// <summary>The same kind of account with several campaigns a day, whose shares and rates differ but stay: each moves from day to day by itself, beyond counting noise.</summary>
    public static KpiTable Campaigns(int seed)
    {
        var random = new Random(seed);
        var days = new[] { 28, 42, 56, 90 }[random.Next(4)];
        var names = new[] { "Brand", "Generic", "Retargeting", "Video", "Shopping" }[..random.Next(2, 6)];
        var noise = new[] { .05, .12, .25 }[random.Next(3)];
        var weekend = new[] { .4, .8, 1.2 }[random.Next(3)];
        var campaigns = names.Select(_ => (Spend: Math.Exp(Normal.Sample(random, 5, .8)), Ctr: Math.Exp(Normal.Sample(random, -4.4, .5)), Cvr: Math.Exp(Normal.Sample(random, -3.4, .6)), Weekend: weekend * (.7 + (.6 * random.NextDouble())))).ToArray();
        double Jitter(double sigma) => Math.Exp(Normal.Sample(random, -sigma * sigma / 2, sigma));
        var rows = new List<(DateOnly Day, string Name, double Spend, double Impressions, double Clicks, double Conversions, double Value)>();
        for (var i = 0; i < days; i++)
        {
            var day = KpiTableBuilder.Monday.AddDays(i);
            var shared = Jitter(noise / 2);
            for (var k = 0; k < names.Length; k++)
            {
                var spend = Math.Round(campaigns[k].Spend * shared * (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? campaigns[k].Weekend : 1) * Jitter(noise), 2);
                double Count(double mean) => Poisson.Sample(random, Math.Max(1e-9, mean));
                var impressions = Count(spend * 110 * Jitter(noise / 2));
                var clicks = Count(impressions * campaigns[k].Ctr * Jitter(noise / 2));
                var conversions = Count(clicks * campaigns[k].Cvr * Jitter(noise));
                rows.Add((day, names[k], spend, impressions, clicks, conversions, Math.Round(Enumerable.Range(0, (int)conversions).Sum(_ => LogNormal.Sample(random, 4, .5)), 2)));
            }
        }

        double[] Column(Func<(DateOnly Day, string Name, double Spend, double Impressions, double Clicks, double Conversions, double Value), double> of) => [.. rows.Select(of)];
        return new KpiTableBuilder().On([.. rows.Select(r => r.Day)]).Key("campaign", [.. rows.Select(r => r.Name)]).With("spend", Column(r => r.Spend)).With("impressions", Column(r => r.Impressions))
            .With("clicks_all", Column(r => r.Clicks)).With("conversions", Column(r => r.Conversions)).With("conv_value", Column(r => r.Value)).Build();
    }
}
