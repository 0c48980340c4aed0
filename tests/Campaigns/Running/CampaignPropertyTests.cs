using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using MentorBot.Campaigns;
using MentorBot.Messages;
using MentorBot.Tables;
using MentorBot.Tests.Builders;
using static MentorBot.Tests.Campaigns.Running.SimulatedCampaigns;

namespace MentorBot.Tests.Campaigns.Running;

/// <summary>What must hold for any campaign.</summary>
public sealed class CampaignPropertyTests
{
    private static readonly CampaignJson Json = new(Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));

    private static readonly Gen<(string Name, double Spend, double Conversions)[]> Some =
        Gen.Select(Gen.Double[0, 20_000], Gen.Int[0, 400], Gen.Int[0, 3]).Select((spend, n, kind) => (Spend: kind == 0 ? 0 : Math.Round(spend, 2), N: kind == 1 ? 0.0 : kind == 2 ? n / 20.0 : n)).Array[1, 8]
            .Where(cs => cs.Any(c => c.Spend > 0)).Select(cs => cs.Select((c, i) => ($"C{i}", c.Spend, c.N)).ToArray());

    [Fact]
    public void Nothing_is_cut_whose_range_reaches_the_break_even_or_that_has_too_few_conversions() =>
        Gen.Select(Some, Gen.Double[5, 200]).Sample((campaigns, limit) =>
        {
            var reading = Read(Totals(campaigns), Options(limit));
            if (reading.Decision.Action == CampaignAction.Cut)
            {
                var cut = reading.Decision.Campaigns.Count == 0 ? [reading.Total] : reading.Campaigns.Where(l => reading.Decision.Campaigns.Contains(l.Name!)).Select(l => l.Cost).ToArray();
                if (reading.Decision.Why == "losing-rest")
                {
                    // Each too small by itself, all of them together not.
                    cut = [CampaignCost.Of(cut.Sum(c => c.Spend), cut.Sum(c => c.Conversions), null)];
                }

                Assert.All(cut, c => Assert.True(c.CpaRange.Low > limit && (c.Conversions >= 15 || c.Conversions == 0), $"{c} at {limit}"));
            }

            Assert.All(reading.Campaigns.Where(l => l.Verdict == CampaignVerdict.Losing), l => Assert.True(l.ChanceAtBreakEven < .05 && l.Cost.CpaRange.Low > limit));
        }, iter: 400);

    [Fact]
    public void Nothing_is_raised_whose_range_reaches_the_break_even_or_whose_last_raise_lost() =>
        Gen.Select(Gen.Int[0, 400].Array[9], Gen.Double[50, 3_000], Gen.Double[5, 200]).Sample((counts, spend, limit) =>
        {
            var table = new KpiTableBuilder().Weekly().With("spend", [.. Enumerable.Range(0, 9).Select(i => spend * (1 + i / 3 * .3))]).With("conversions", [.. counts.Select(c => (double)c)]).Build();
            var reading = Read(table, Options(limit));
            if (reading.Decision.Action == CampaignAction.Scale)
            {
                Assert.True(reading.Total.CpaRange.High < limit);
                Assert.True(reading.Response!.Last!.Cost <= limit);
                Assert.True(reading.Total.Conversions >= 15);
            }
        }, iter: 300);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int).Sample((which, seed) =>
        {
            var table = new[] { WithRoom, GoodAndBad, Fatigued, BrandHeavy, Valued }[which]();
            var order = Enumerable.Range(0, table.RowCount).ToArray();
            new Random(seed).Shuffle(order);
            var (one, other) = (Read(table), Read(Reordered(table, order)));

            Assert.Equal(Told(one), Told(other));
        }, iter: 15);

    [Fact]
    public void Every_number_on_the_wire_is_finite_and_every_field_of_the_contract_is_there() =>
        Gen.Select(Some, Gen.Double[5, 200], Gen.Bool).Sample((campaigns, limit, french) =>
        {
            var text = Json.Write(Read(Totals(campaigns), Options(limit)), new Voice(french ? "fr" : "en", AddressForm.Vous));
            var json = JsonNode.Parse(text)!.AsObject();

            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.Empty(new[] { "source", "period", "currency", "rows", "metrics", "findings", "questions", "ignoredColumns", "campaigns", "breakEvenCpa", "verdicts", "decision", "reason" }.Except(json.Select(p => p.Key)));
            Assert.All(json["campaigns"]!.AsArray(), c => Assert.Empty(new[] { "name", "spend", "conversions", "cpa", "cpaInterval", "roas", "verdict" }.Except(c!.AsObject().Select(p => p.Key))));
            Assert.Equal(["audience", "creative", "economics", "evidence", "incrementality", "tracking"], json["verdicts"]!.AsObject().Select(p => p.Key).Order());
            Assert.All(json["verdicts"]!.AsObject(), v => Assert.Contains(v.Value!.GetValue<string>(), new[] { "good", "weak", "bad", "unknown" }));
            Assert.Contains(json["decision"]!.GetValue<string>(), new[] { "scale", "hold", "cut", "fix", "test" });
            Assert.Equal(campaigns.Sum(c => c.Spend), json["campaigns"]!.AsArray().Sum(c => c!["spend"]!.GetValue<double>()), 2);
        }, iter: 100);

    [Fact]
    public void A_campaign_is_drawn_towards_the_others_and_never_past_them() =>
        Some.Sample(campaigns =>
        {
            var reading = Read(Totals(campaigns));
            var rates = reading.Campaigns.Where(l => l.Cost.Spend > 0).Select(l => l.Cost.Conversions / l.Cost.Spend).ToArray();
            Assert.All(reading.Campaigns.Where(l => l.ShrunkCpa is not null), l => Assert.InRange(1 / l.ShrunkCpa!.Value, rates.Min() * (1 - 1e-9), rates.Max() * (1 + 1e-9)));
        }, iter: 200);

    internal static KpiTable Reordered(KpiTable table, int[] order) => table with
    {
        Dates = table.Dates.Length == 0 ? [] : [.. order.Select(i => table.Dates[i])],
        Metrics = [.. table.Metrics.Select(m => m with { Values = [.. order.Select(i => m.Values[i])] })],
        Keys = [.. table.Keys.Select(k => Recoded(k, order))],
    };

    private static KeyColumn Recoded(KeyColumn key, int[] order)
    {
        var names = order.Select(i => key.Values[key.Codes[i]]).Distinct().ToArray();
        return key with { Values = names, Codes = [.. order.Select(i => Array.IndexOf(names, key.Values[key.Codes[i]]))] };
    }

    private static string Told(CampaignReading reading) => JsonSerializer.Serialize(new
    {
        Action = reading.Decision.Action.ToString(),
        reading.Decision.Why,
        reading.Decision.Campaigns,
        Verdicts = reading.Verdicts.All.Select(v => v.Verdict.Level.ToString() + v.Verdict.Code),
        Lines = reading.Campaigns.Select(l => $"{l.Name} {l.Verdict} {l.Cost.Spend:F2} {l.Cost.Conversions} {l.Differs}"),
        Findings = reading.Findings.Select(f => f.Code + f.Segment),
        Spots = Scepticism.Questions(reading).Select(s => s.Code),
    });
}
