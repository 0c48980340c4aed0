using System.Text.Json.Nodes;
using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Tests.Readouts;

public sealed class TextsTests
{
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    private static readonly IReadOnlyList<string> Codes = FindingOrder.Codes;

    public static TheoryData<string, bool> Voices => new() { { "fr", true }, { "fr", false }, { "en", false } };

    [Fact]
    public void Every_finding_has_four_texts_in_both_languages() =>
        Assert.All(from code in Codes from part in new[] { "title", "what", "why", "check" } from locale in Locales.All select (locale, $"readouts.finding.{code}.{part}"),
            text => Assert.True(Words.Has(text.locale, text.Item2), $"{text.locale}: {text.Item2}"));

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(
        Words.All.Where(t => t.Locale == "fr" && t.Key.StartsWith("readouts.", StringComparison.Ordinal)).Select(t => t.Key).Order(),
        Words.All.Where(t => t.Locale == "en" && t.Key.StartsWith("readouts.", StringComparison.Ordinal)).Select(t => t.Key).Order());

    [Fact]
    public void The_gallery_shows_every_finding() =>
        Assert.Empty(Codes.Except(Gallery.All().SelectMany(r => r.Findings).Select(f => f.Code)));

    [Theory]
    [MemberData(nameof(Voices))]
    public void Every_text_of_every_reading_is_a_whole_sentence(string locale, bool tu)
    {
        var (voice, text) = (new Voice(locale, tu ? AddressForm.Tu : AddressForm.Vous), new FindingText(Words));
        var arithmetic = new ReadoutArithmetic(Words);
        var chart = new ReadoutChart(Words);
        var waterfall = new ReadoutWaterfall(Words);
        foreach (var readout in Gallery.All())
        {
            foreach (var f in readout.Findings)
            {
                Assert.All([text.Title(readout, f, voice), text.What(readout, f, voice), text.Why(readout, f, voice), text.Check(readout, f, voice), .. arithmetic.OfFinding(readout, f, voice)], s => Whole(s, f.Code));
                if (waterfall.Of(readout, f, voice) is { } taken)
                {
                    Assert.All([taken.Title, taken.AltText, taken.Heads.Part, taken.Heads.Value, .. taken.Bars.Select(b => b.Label)], s => Whole(s, f.Code));
                }
            }

            Whole(text.Decide(readout, voice), readout.Decidable.Code);
            Assert.All(readout.Metrics.SelectMany(m => arithmetic.OfTotal(readout, m.Id, voice)), s => Whole(s, "arithmetic"));
            if (chart.Of(readout, voice) is { } line)
            {
                Assert.All([line.Title, line.AltText, line.Legend!.Band], s => Whole(s, "chart"));
            }
        }
    }

    [Fact]
    public void The_json_has_every_field_of_the_contract()
    {
        foreach (var readout in Gallery.All())
        {
            var json = JsonNode.Parse(new ReadoutJson(Words).Write(readout, new Voice("fr", AddressForm.Vous)))!.AsObject();

            Assert.Empty(new[] { "source", "period", "currency", "rows", "metrics", "findings", "questions", "ignoredColumns" }.Except(json.Select(p => p.Key)));
            Assert.Empty(new[] { "read", "refused", "refusedCount", "dropped" }.Except(json["rows"]!.AsObject().Select(p => p.Key)));
            Assert.All(json["metrics"]!.AsArray(), m => Assert.Empty(new[] { "id", "total", "unit", "kind" }.Except(m!.AsObject().Select(p => p.Key))));
            Assert.All(json["findings"]!.AsArray(), f => Assert.Empty(new[] { "code", "severity", "metric", "segment", "from", "to", "evidence", "text" }.Except(f!.AsObject().Select(p => p.Key))));
            Assert.All(json["findings"]!.AsArray(), f => Assert.Contains(f!["severity"]!.GetValue<string>(), new[] { "info", "warning", "critical" }));
            Assert.All(json["metrics"]!.AsArray(), m => Assert.Contains(m!["kind"]!.GetValue<string>(), new[] { "additive", "ratio", "non-additive" }));
            if (json["period"] is JsonObject period)
            {
                Assert.Empty(new[] { "from", "to", "days", "partialDays" }.Except(period.Select(p => p.Key)));
            }
        }
    }

    [Fact]
    public void The_arithmetic_of_a_ratio_shows_both_sums()
    {
        var readout = FindingsTests.Read(new Builders.KpiTableBuilder().Undated().With("spend", 1000, 500).With("conversions", 20, 10).With("cpa", 50, 50));

        Assert.Contains("€1,500 ÷ 30 = €50", new ReadoutArithmetic(Words).OfTotal(readout, "cpa", new Voice("en", AddressForm.Vous))[0], StringComparison.Ordinal);
    }

    private static void Whole(string text, string code)
    {
        Assert.False(string.IsNullOrWhiteSpace(text), code);
        foreach (var broken in new[] { "NaN", "–", "{{", "  ", " .", " ,", "()", "∞", "Infinity" })
        {
            Assert.False(text.Contains(broken, StringComparison.Ordinal), $"{code}: '{broken}' in: {text}");
        }
    }
}
