using System.Globalization;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;
using MentorBot.Tests.Tables;

namespace MentorBot.Tests.Offers;

public sealed class MeanTableTests
{
    private static readonly double[] A = [0, 0, 40, 0, 0, 55, 0, 0, 0, 62, 0, 0];
    private static readonly double[] B = [0, 48, 0, 0, 71, 0, 0, 0, 52, 0, 0, 90];

    [Fact]
    public void One_row_per_person_gives_people_mean_and_deviation_with_the_control_first()
    {
        var data = Read("Variant,Revenue (EUR)\n" + Rows("B", B) + Rows("A", A));

        Assert.Equal(["A", "B"], data.Arms.Select(a => a.Name));
        Assert.Equal([MeanArm.Of(A), MeanArm.Of(B)], data.Arms.Select(a => a.Figures));
        Assert.Equal("EUR", data.Currency);
        Assert.Equal(3, data.Tail!.Largest);
        Assert.Equal(67, (double)data.Tail.From + 5);
        Assert.Equal(["per-person"], data.Cautions.Select(c => c.Name));
    }

    [Fact]
    public void Several_orders_of_a_person_are_added_up_and_who_saw_both_arms_is_said()
    {
        var data = Read("User ID,Variant,Revenue\nu1,A,10\nu1,A,20\nu1,B,5\n" + string.Concat(A.Select((v, i) => $"a{i},A,{v}\n")) + string.Concat(B.Select((v, i) => $"b{i},B,{v}\n")));

        Assert.Equal(MeanArm.Of([30, .. A]), data.Arms[0].Figures);
        Assert.Equal(["several-arms", "per-person", "added-up"], data.Cautions.Select(c => c.Name));
    }

    [Fact]
    public void A_file_of_buyers_only_is_called_an_average_per_buyer()
    {
        var data = Read("Variant,Revenue\n" + Rows("A", [.. A.Select(v => v + 1)]) + Rows("B", [.. B.Select(v => v + 1)]));

        Assert.Contains("average per buyer", data.Cautions.Single(c => c.Name == "only-buyers").In(Told.Words, Told.English), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_amount_is_read_as_nothing_and_said()
    {
        var data = Read("Variant,Revenue,Device\n" + string.Concat(A.Select(v => $"A,{v},x\n")) + "A,,x\n" + string.Concat(B.Select(v => $"B,{v},x\n")));

        Assert.Equal(13, data.Arms[0].Figures.Users);
        Assert.Equal(1.0, data.Cautions.Single(c => c.Name == "empty-as-nothing").Values["rows"]);
    }

    [Theory]
    [InlineData("Campaign,Revenue\nx,10\ny,10\n", "offers.refused.no-variant")]
    [InlineData("Variant,Users\nA,10\nB,12\n", "offers.mean.refused.no-amount")]
    [InlineData("Variant,Cost\nA,10\nB,12\n", "offers.mean.refused.no-amount")]
    [InlineData("Variant,Revenue\nA,1000\nB,1200\n", "offers.mean.refused.rows-not-people")]
    public void What_is_no_test_on_an_average_is_refused_by_name(string text, string code) => Assert.Equal(code, MeanTable.Read(Reading.Table(text)).Refusal?.Code);

    [Fact]
    public void A_file_without_arms_is_a_baseline_with_its_weeks()
    {
        var text = "Date,Revenue\n" + string.Concat(Enumerable.Range(0, 28).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 9, 1).AddDays(i / 2):yyyy-MM-dd},{(i % 4 == 0 ? 40 : 0)}\n")));
        var (figures, _, skewness, weekly) = MeanTable.Baseline(Reading.Table(text))!.Value;

        Assert.Equal((28, 10), (figures.Users, figures.Mean));
        Assert.Equal(Skewness.AtLeast(10, Math.Sqrt(300))!.Value, skewness, 1e-9);
        Assert.Equal(14, weekly);
    }

    private static string Rows(string arm, double[] amounts) => string.Concat(amounts.Select(v => string.Create(CultureInfo.InvariantCulture, $"{arm},{v}\n")));

    private static MeanData Read(string text) => MeanTable.Read(Reading.Table(text)) is ({ } data, null) ? data : throw new InvalidOperationException("It was refused.");
}
