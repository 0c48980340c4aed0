using MentorBot.Messages;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class TableTextsTests
{
    private static readonly Texts Texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly Voice[] Voices = [new(Locales.French, AddressForm.Tu), new(Locales.French, AddressForm.Vous), new(Locales.English, AddressForm.Vous)];

    public static TheoryData<string> Refused =>
    [
        "", "%PDF-1.7", "<html>", "Jour;Coût;Clics\n", "Couleur;Taille\nrouge;12\n", "one sentence", "https://docs.google.com/spreadsheets/d/abc/edit", "Day,Cost,Clicks\n2026-09-01,abc,4\n", "PK\u0003\u0004 cut",
        "Day,Cost,Clicks\n2026-09-01,\"5,4\n", "GIF89a", "Date,Clicks,Impressions,Position\n", "Title,Successful Deliveries,Unique Opens\n",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refusal_has_its_sentence_in_both_languages(string text)
    {
        var refusal = Reading.Read(text).Refusal ?? throw new InvalidOperationException("Not refused.");
        foreach (var voice in Voices)
        {
            var sentence = Texts.Say(voice, refusal);
            Assert.True(sentence.Length > 40, sentence);
            Assert.DoesNotContain("{{", sentence, StringComparison.Ordinal);
            Assert.All(refusal.Values.Where(v => v.Key is "line" or "columns"), v => Assert.Contains(v.Value?.ToString() ?? "?", sentence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    public void Who_sends_a_picture_or_a_PDF_is_told_which_export_to_take_and_that_figures_can_be_typed(string text)
    {
        var refusal = Reading.Read(text).Refusal ?? throw new InvalidOperationException("Not refused.");
        foreach (var voice in Voices)
        {
            var sentence = Texts.Say(voice, refusal);
            Assert.All(new[] { "Google Ads", "Meta", "GA4", "LinkedIn", "TikTok", "Search Console", "YouTube Studio", "Mailchimp", "Matomo", "CSV", "300" }, name => Assert.Contains(name, sentence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_question_which_table_names_them()
    {
        var question = Reading.Table("Day,Campaign,Clicks\n2026-09-01,a,3\n\nCountry,Clicks,Impressions\nFrance,3,90\n").Questions.Single(q => q.Code == "which-table");
        foreach (var voice in Voices)
        {
            var sentence = Texts.Say(voice, "tables.question.which-table", MentorBot.Readouts.QuestionValues.Of(question));
            Assert.Contains("2: Country, Clicks, Impressions", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_source_has_its_name_in_the_echo() =>
        Assert.All(TableSources.All(), s => Assert.All(Locales.All, l => Assert.True(Texts.Say(new Voice(l, AddressForm.Vous), "tables.source." + s.Id).Length > 2, s.Id)));

    [Theory]
    [InlineData("tables.")]
    [InlineData("kpis.")]
    public void Both_languages_hold_the_same_texts(string room)
    {
        var keys = Locales.All.Select(l => Texts.All.Where(t => t.Locale == l && t.Key.StartsWith(room, StringComparison.Ordinal)).Select(t => t.Key).Order().ToList()).ToList();
        Assert.NotEmpty(keys[0]);
        Assert.Equal(keys[0], keys[1]);
    }

    [Fact]
    public void Every_code_that_a_table_can_carry_has_a_text()
    {
        string[] rows = ["total", "footnote", "repeated-header", "unreadable-amount", "unreadable-date", "no-date", "too-many-cells"];
        string[] questions = ["date-order", "decimal-sign", "currency", "which-table", "year"];
        string[] refusals = ["empty-file", "pdf", "picture", "link", "no-rows", "no-readable-row", "unknown-columns", "too-large", "unclosed-quote", "password", "macro-workbook", "zip-bomb", "zip", "damaged", "not-a-table", "no-such-table"];
        foreach (var key in (string[])[.. rows.Select(r => "row." + r), .. questions.Select(q => "question." + q), .. refusals, .. TableSources.All().Select(s => "source." + s.Id)])
        {
            Assert.All(Locales.All, l => Assert.True(Texts.Has(l, "tables." + key), $"{l}: tables.{key}"));
        }
    }

    [Fact]
    public void The_shipped_examples_read_without_a_question()
    {
        foreach (var (name, bytes) in ShippedExamples.All())
        {
            var table = Reading.Table(Reading.Read(bytes));
            Assert.StartsWith(table.Source, name, StringComparison.Ordinal);
            Assert.Equal(0, table.RefusedCount);
            Assert.True(table.Questions.Count == 0 || table.Source == "ga4" && table.Questions is [{ Code: "currency" }], name);
        }
    }
}
