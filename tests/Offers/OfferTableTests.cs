using System.Text.Json;
using System.Text.Json.Serialization;
using MentorBot.Offers;
using MentorBot.Statistics;
using MentorBot.Tests.Tables;

namespace MentorBot.Tests.Offers;

public sealed class OfferTableTests
{
    private static readonly JsonSerializerOptions Everything = new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData("Variant,Users,Conversions\nA,5200,156\nB,5210,187\n")]
    [InlineData("Variante;Visiteurs;Conversions\nB;5 210;187\nTémoin;5 200;156\n")]
    [InlineData("Version\tUtilisateurs\tAchats\nOriginal\t5200\t156\nNouvelle page\t5210\t187\n")]
    [InlineData("Arm,Participants,Orders\ncontrol,5200,156\nnew page,5210,187\nTotal,10410,343\n")]
    public void A_row_per_arm_is_a_test_with_its_control_first(string text)
    {
        var data = Read(text);

        Assert.Equal([new Arm(156, 5200), new Arm(187, 5210)], data.Arms.Select(a => a.Counts));
        Assert.Equal(OfferUnit.Users, data.Unit);
        Assert.Empty(data.Cautions);
    }

    [Fact]
    public void Rows_per_day_are_added_up_and_kept_as_days()
    {
        var data = Read("Date,Variant,Users,Conversions\n2026-09-01,A,100,3\n2026-09-01,B,110,5\n2026-09-02,A,120,4\n2026-09-02,B,90,2\n");

        Assert.Equal([new Arm(7, 220), new Arm(7, 200)], data.Arms.Select(a => a.Counts));
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)], data.Days.Select(d => d.Day));
        Assert.Equal(new Arm(5, 110), data.Days[0].Arms[1]);
        Assert.Contains(data.Cautions, c => c.Name == "summed-users");
    }

    [Fact]
    public void Rows_per_device_are_segments()
    {
        var data = Read("Variant,Device,Users,Conversions\nA,mobile,2000,60\nA,desktop,8000,640\nB,mobile,8000,270\nB,desktop,2000,170\n");

        Assert.Equal([("device", "mobile"), ("device", "desktop")], data.Segments.Select(s => (s.Key, s.Value)));
        Assert.Equal(new Arm(270, 8000), data.Segments[0].Arms[1]);
        Assert.True(Told.Read(data, new OfferReadingOptions { Segments = ["device"] }).Segments[0].Simpson);
    }

    [Fact]
    public void A_day_left_out_is_left_out_of_segments_and_guardrails_too()
    {
        var rows = Enumerable.Range(1, 3).SelectMany(day => new[] { ("A", "mobile"), ("A", "desktop"), ("B", "mobile"), ("B", "desktop") }.Select(r => $"2026-09-0{day},{r.Item1},{r.Item2},1000,{(day == 2 ? 900 : 30)},5"));
        var data = Read("Date,Variant,Device,Users,Conversions,Unsubscribes\n" + string.Join('\n', rows) + "\n");
        var reading = Told.Read(data, new OfferReadingOptions { Segments = ["device"], DirtyDays = [new(2026, 9, 2)], Guardrails = [new("unsubscribes", .01)] });

        Assert.Equal(new Arm(60, 2000), reading.Segments[0].Parts[0].Compared.A);
        Assert.Equal(new Arm(20, 4000), reading.Guardrails[0].Control);
    }

    [Fact]
    public void A_row_per_person_counts_people()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 400).Select(i => $"{(i % 2 == 0 ? "A" : "B")},{(i % 20 == 0 ? 1 : i % 40 == 1 ? 1 : 0)}"));
        var data = Read($"Variant,Converted\n{rows}\n");

        Assert.Equal([new Arm(20, 200), new Arm(10, 200)], data.Arms.Select(a => a.Counts));
        Assert.Contains(data.Cautions, c => c.Name == "per-person");
    }

    [Fact]
    public void Somebody_in_two_arms_is_noticed_and_somebody_twice_in_one_counts_once()
    {
        var rows = Enumerable.Range(0, 600).Select(i => $"user-{i},{(i % 2 == 0 ? "A" : "B")},{(i % 10 == 0 ? 1 : 0)}").Concat(Enumerable.Range(0, 12).Select(i => $"user-{2 * i},B,0")).Append("user-2,A,1");
        var table = Reading.Table("User ID,Variant,Converted\n" + string.Join('\n', rows) + "\n");
        var data = OfferTable.Read(table).Data!;

        Assert.Equal(new ExposureDuplicates(600, 12), data.Duplicates);
        Assert.Equal(new Arm(61, 300), data.Arms[0].Counts);
        Assert.Equal(312, data.Arms[1].Counts.Users);
        Assert.Contains(data.Cautions, c => c.Name == "repeated-people");
        Assert.Contains(Told.Read(data).Holds, h => h.Name == "duplicates");
        Assert.DoesNotContain("user-2", JsonSerializer.Serialize(table, Everything), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_are_read_with_a_caution()
    {
        var data = Read("Variant,Sessions,Conversions\nA,5200,156\nB,5210,187\n");

        Assert.Equal(OfferUnit.Sessions, data.Unit);
        Assert.Contains(data.Cautions, c => c.Name == "sessions");
    }

    [Fact]
    public void An_email_test_is_read_by_its_recipients_and_unique_clicks_with_its_guardrail()
    {
        var data = Read("Variante;E-mails délivrés;Clics uniques;Désabonnements\nA;10000;200;20\nB;10000;250;25\n");

        Assert.Equal((OfferUnit.Recipients, "unique_clicks"), (data.Unit, data.Metric));
        Assert.Equal([new Arm(20, 10_000), new Arm(25, 10_000)], data.Others.Single(o => o.Id == "unsubscribes").Arms);
    }

    [Fact]
    public void Rows_without_an_arm_are_left_out_and_said()
    {
        var data = Read("Date,Variant,Users,Conversions\n2026-09-01,A,100,3\n2026-09-01,B,110,5\n2026-09-01,,40,1\n");

        Assert.Equal(100, data.Arms[0].Counts.Users);
        Assert.Contains(data.Cautions, c => c.Name == "no-arm");
    }

    [Fact]
    public void Money_of_the_table_gives_the_value_of_a_conversion()
    {
        var data = Read("Variant,Users,Conversions,Revenue (EUR)\nA,10000,200,12000\nB,10000,250,15000\n");

        Assert.Equal((27_000.0, "EUR"), (data.Value!.Value, data.Currency));
        Assert.Equal(60, Told.Read(data).Value!.PerConversion, 1e-9);
    }

    [Theory]
    [InlineData("Campaign,Users,Conversions\nx,10,1\ny,10,1\n", "offers.refused.no-variant")]
    [InlineData("Variant,Users,Conversions\nA,10,1\n", "offers.refused.one-arm")]
    [InlineData("Variant,Users,Impressions\nA,10,1\nB,10,2\n", "offers.refused.no-conversions")]
    [InlineData("Variant,Conversions,Cost\nA,156,1\nB,187,2\n", "offers.refused.no-users")]
    [InlineData("Variant,Users,Conversions\nA,156,5200\nB,187,5210\n", "offers.refused.more-conversions")]
    public void What_is_no_test_is_refused_by_name(string text, string code) => Assert.Equal(code, Told.Refused(OfferTable.Read(Reading.Table(text))));

    [Fact]
    public void Two_countries_day_by_day_are_a_series_with_a_control()
    {
        var days = Enumerable.Range(0, 21).Select(i => new DateOnly(2026, 9, 1).AddDays(i)).ToList();
        double[] x = [102, 98, 110, 105, 99, 120, 131, 104, 100, 113, 108, 101, 123, 134, 106, 103, 115, 109, 104, 126, 137];
        double[] y = [205, 199, 222, 214, 201, 241, 262, 210, 203, 228, 219, 205, 247, 268, 233, 228, 250, 240, 229, 275, 298];
        var table = Reading.Table("Date,Country,Conversions\n" + string.Join('\n', days.SelectMany((d, i) => new[] { $"{d:yyyy-MM-dd},BE,{x[i]}", $"{d:yyyy-MM-dd},FR,{y[i]}" })) + "\n");
        var (series, _) = OfferSeries.From(table, days[14], "FR");
        var told = series!.Read();

        Assert.Equal(("BE", "FR", 14), (series.ControlName, series.Name, series.Start));
        Assert.Equal(InterruptedVerdict.Higher, told.Verdict);
        Assert.Equal(141.2161127, told.Told!.Effect, 1e-6);
        Assert.Equal(.087614795, told.Relative!.Value.Value, 1e-8);
    }

    private static OfferData Read(string text) => OfferTable.Read(Reading.Table(text)) is ({ } data, null) ? data : throw new InvalidOperationException("It was refused.");
}
