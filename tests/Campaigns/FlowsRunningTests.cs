using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Campaigns;

public sealed class FlowsRunningTests
{
    private const string English = "Challenge a running campaign";
    private const string French = "Challenger une campagne en cours";

    /// <summary>coaching.md 2: 6 to 10 exchanges, one question each, a recap of fewer than 12 lines beside its title.</summary>
    [Theory]
    [InlineData("fr", "tu", French, "campagne-rentable.fr.csv", "40 %", "elle gagne")]
    [InlineData("fr", "vous", French, "livre-blanc.fr.csv", "60 €", "trop cher pour ce que ça rapporte")]
    [InlineData("en", null, English, "losing-campaign.en.csv", "45%", "it makes money")]
    [InlineData("en", null, English, "saturated-campaign.en.csv", "€38", "no idea really")]
    public async Task A_challenge_takes_at_most_ten_answers_and_ends_in_a_decision_with_threshold_and_date(string locale, string? form, string start, string file, string worth, string own)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", locale, form);
        await talk.TypeAsync(start);
        await talk.TypeAsync(locale == "fr" ? "augmenter le budget" : "raise the budget");
        await talk.FileAsync(Exports.Find(file));
        await talk.TypeAsync(worth);
        await talk.TypeAsync(locale == "fr" ? "passer" : "skip");
        await talk.TypeAsync(own);
        var answers = 5;
        while (talk.Said.SelectMany(m => m.Parts).All(p => p is not FilePart))
        {
            Assert.True(++answers <= 10, talk.Text);
            Assert.All(talk.Said, m => Assert.True(m.Parts.OfType<ChoicesPart>().Count() <= 1));

            // The rehearsal is offered, never forced: its second button decides right away.
            var buttons = talk.Buttons.Choices;
            await talk.PressAsync(buttons[buttons.Any(b => b.Value == "later") ? 1 : 0].Label);
        }

        await using var db = mentor.Database.Open();
        var decision = await db.Set<Decision>().SingleAsync(TestMentor.Token);
        Assert.NotNull(decision.Threshold);
        Assert.True(decision.ReviewOn > new DateOnly(2026, 10, 5));
        Assert.Equal(locale == "fr" ? "augmenter le budget" : "raise the budget", decision.Question);
        var recap = talk.Said.First(m => m.Parts.OfType<FilePart>().Any()).ToPlainText();
        Assert.True(recap.Split('\n').Length <= 13, recap);
        Assert.DoesNotContain("{{", recap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_upload_is_gone_with_its_reading()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        Assert.True(await HasFileAsync(mentor, "losing-campaign.en.csv"));
        await talk.TypeAsync("losing");
        Assert.False(await HasFileAsync(mentor, "losing-campaign.en.csv"));

    }

    /// <summary>The break-even of 45% of €70 is about €32; of 90% about €63: the campaign at €50 pays there.</summary>
    [Theory]
    [InlineData("no wait it was 90 not 45")]
    [InlineData("actually the margin is 90%")]
    public async Task A_margin_corrected_after_the_reading_is_read_anew_without_the_file(string said)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        Assert.Contains("I read the opposite", await talk.TypeAsync("it is profitable"), StringComparison.Ordinal);
        Assert.False(await HasFileAsync(mentor, "losing-campaign.en.csv"));

        var again = await talk.TypeAsync(said);

        Assert.Contains("45% → 90%", again.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("n = 263", again, StringComparison.Ordinal);
        Assert.DoesNotContain("I read the opposite", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_figures_go_with_the_decision()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        await talk.TypeAsync("it loses");
        Assert.True(await KeepsTableAsync(mentor));
        await talk.PressAsync("No, decide right away");
        await talk.PressAsync("Cut");
        await talk.PressAsync(talk.Buttons.Choices[0].Label);
        await talk.PressAsync(talk.Buttons.Choices[0].Label);
        Assert.False(await KeepsTableAsync(mentor), talk.Text);
    }

    [Fact]
    public async Task A_weekend_is_said_to_move_to_the_Monday_and_the_recap_names_that_day()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        await talk.TypeAsync("it loses");
        await talk.PressAsync("No, decide right away");
        await talk.PressAsync("Cut");
        await talk.PressAsync(talk.Buttons.Choices[0].Label);
        var said = await talk.TypeAsync("saturday 17 october");
        Assert.Contains("17 October 2026 falls on a weekend", said, StringComparison.Ordinal);
        Assert.Contains("Next look: Monday 19 October 2026", said, StringComparison.Ordinal);
        Assert.Contains("I will write to you on Monday 19 October 2026.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_before_the_first_answer_is_kept_and_the_question_stays()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync(English);
        Assert.Contains("and why today?", await talk.FileAsync(Exports.Find("losing-campaign.en.csv")), StringComparison.Ordinal);
        Assert.Contains("what does one sale (or lead) leave you?", await talk.TypeAsync("cut it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_spend_is_refused_before_anything_is_asked_about_it()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync(English);
        await talk.TypeAsync("cut it");
        Assert.Contains("Send the platform’s export", await talk.FileAsync(Exports.Find("mailchimp.en.csv")), StringComparison.Ordinal);
        Assert.Contains("what does one sale (or lead) leave you?", await talk.FileAsync(Exports.Find("losing-campaign.en.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_said_is_quoted_when_they_decide()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        Assert.Contains("You say it is making money, I read the opposite.", await talk.TypeAsync("it is profitable"), StringComparison.Ordinal);
        Assert.Contains("You came with: “cut it, it is dear”", await talk.PressAsync("No, decide right away"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_beyond_the_mandate_is_the_CMOs_decision()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        await talk.TypeAsync("it loses");
        await talk.PressAsync("No, decide right away");
        await talk.PressAsync("Cut");
        await talk.PressAsync("Cutting is beyond my mandate");
        var said = await talk.PressAsync("It is the CMO’s decision");
        Assert.Contains("it is the CMO’s decision, neither yours nor mine", said, StringComparison.Ordinal);
        Assert.Contains("which CPA", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_arithmetic_is_shown_on_request()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await ToOwnReadingAsync(mentor, "losing-campaign.en.csv", "45%");
        await talk.TypeAsync("it loses");
        var said = await talk.TypeAsync("show me the arithmetic");
        Assert.Contains("€13,240 ÷ 263 = €50.34", said, StringComparison.Ordinal);
        Assert.Contains("× 45%", said, StringComparison.Ordinal);
    }

    private static async Task<Talking> ToOwnReadingAsync(TestMentor mentor, string file, string worth)
    {
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync(English);
        await talk.TypeAsync("cut it, it is dear");
        await talk.FileAsync(Exports.Find(file));
        await talk.TypeAsync(worth);
        await talk.TypeAsync("skip");
        return talk;
    }

    private static async Task<bool> KeepsTableAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).State.Values.ContainsKey("kept_table");
    }

    private static async Task<bool> HasFileAsync(TestMentor mentor, string name)
    {
        await using var db = mentor.Database.Open();
        return await db.Set<StoredFile>().AnyAsync(f => f.Name == name, TestMentor.Token);
    }
}
