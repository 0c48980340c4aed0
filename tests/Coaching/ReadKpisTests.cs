using MentorBot.Coaching;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Coaching;

public sealed class ReadKpisTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [InlineData("fr", "tu", "bonjour", "google-ads.fr.csv", "ça baisse", "À décider maintenant")]
    [InlineData("fr", "vous", "je voudrais comprendre mes KPI", "meta-ads.fr.csv", "bof, pas terrible", "À décider maintenant")]
    [InlineData("en", null, "help me read my numbers", "google-ads.en.csv", "going down I think", "Decide now")]
    public async Task The_first_finding_comes_within_three_messages_and_the_whole_flow_takes_at_most_eight_answers(string locale, string? form, string first, string file, string own, string finding)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", locale, form);

        // 1, 2, 3: the finding.
        await talk.TypeAsync(first);
        Assert.DoesNotContain(finding, await talk.FileAsync(Example(file)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(finding, await talk.TypeAsync(own), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(talk.Said.SelectMany(m => m.Parts), p => p is ChartPart { Chart.AltText.Length: > 0 });

        // The file and the own reading were two answers; the first button is always a sound default.
        var answers = 2;
        while (talk.Said.SelectMany(m => m.Parts).All(p => p is not FilePart))
        {
            Assert.True(++answers <= 8, talk.Text);
            await (talk.Said[^1].Parts.OfType<ChoicesPart>().Any() ? talk.PressAsync(talk.Buttons.Choices[0].Label) : talk.TypeAsync(locale == "fr" ? "passer" : "skip"));
            Assert.All(talk.Said, m => Assert.True(m.Parts.OfType<ChoicesPart>().Count() <= 1));
        }

        await using var db = mentor.Database.Open();
        var decision = await db.Set<Decision>().SingleAsync(TestMentor.Token);
        Assert.NotEmpty(decision.Text);
        Assert.NotNull(decision.Threshold);
        Assert.True(decision.ReviewOn > new DateOnly(2026, 10, 5));
        Assert.Equal(RunPhase.Closed, (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).Phase);
        var recap = talk.Said.First(m => m.Parts.OfType<FilePart>().Any()).ToPlainText();
        Assert.True(recap.Split('\n').Length <= 13, recap);
        Assert.DoesNotContain("{{", recap, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_upload_is_gone_with_its_reading_and_the_mentor_writes_again_on_the_day_agreed(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await ThroughAsync(mentor);
        await using (var db = mentor.Database.Open())
        {
            Assert.False(await db.Set<StoredFile>().AnyAsync(f => f.Name == "google-ads.fr.csv", TestMentor.Token));
        }

        await mentor.RunClocksAsync();
        Assert.Equal("", await talk.ListenAsync());
        var review = await ReviewAsync(mentor);
        mentor.Time.SetUtcNow(review.ToDateTime(new TimeOnly(6, 59)));
        await mentor.RunClocksAsync();
        Assert.Equal("", await talk.ListenAsync());
        mentor.Time.SetUtcNow(review.ToDateTime(new TimeOnly(8, 1)));
        await mentor.RunClocksAsync();
        await mentor.RunClocksAsync();
        Assert.Contains("Que s’est-il passé ?", await talk.ListenAsync(), StringComparison.Ordinal);
        Assert.Single(talk.Said);

        Assert.Contains("Constaté : on est restés au-dessus", await talk.TypeAsync("on est restés au-dessus"), StringComparison.Ordinal);
        await using var after = mentor.Database.Open();
        Assert.Equal("on est restés au-dessus", (await after.Set<Decision>().SingleAsync(TestMentor.Token)).Outcome);
        Assert.Equal(DeliveryClass.Nudge, (await after.Set<Delivery>().SingleAsync(d => d.Key.StartsWith("followup:"), TestMentor.Token)).Class);
    }

    [Fact]
    public async Task I_do_not_know_gets_one_smaller_question_and_then_the_flow_goes_on()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync(Example("google-ads.fr.csv"));
        Assert.Contains("à vue d’œil", await talk.TypeAsync("jsp"), StringComparison.Ordinal);
        Assert.Contains("À décider maintenant", await talk.PressAsync("Je ne vois pas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_is_given_in_the_middle_and_the_question_comes_back()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync(Example("google-ads.fr.csv"));
        var reply = await talk.TypeAsync("c'est quoi un CPM ?");
        Assert.Contains("Coût pour mille", reply, StringComparison.Ordinal);
        Assert.Contains("Le piège", reply, StringComparison.Ordinal);
        Assert.Contains("que vois-tu ?", talk.Said[^1].ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("À décider maintenant", await talk.TypeAsync("ça monte un peu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_figures_start_a_reading_and_one_of_them_can_be_corrected()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        Assert.Contains("que vois-tu ?", await talk.TypeAsync("12400 € dépensés, 40 ventes"), StringComparison.Ordinal);
        await talk.TypeAsync("c'est cher");
        var reply = await talk.TypeAsync("non attends c'était 1240 pas 12400");
        Assert.Contains("C’est corrigé", reply, StringComparison.Ordinal);
        Assert.Contains("1240 € dépensés", reply, StringComparison.Ordinal);
        Assert.Contains("Quelle décision", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_says_what_to_send_instead_and_asks_again()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        var reply = await talk.FileAsync("rapport.pdf", "%PDF-1.7 …"u8.ToArray());
        Assert.Contains("C'est un PDF", reply, StringComparison.Ordinal);
        Assert.Contains("Envoie l’export", reply, StringComparison.Ordinal);
        Assert.Contains("que vois-tu ?", await talk.FileAsync(Example("ga4.fr.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_columns_are_named_and_their_cells_appear_nowhere()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        var rows = string.Join('\n', Enumerable.Range(1, 20).Select(i => $"2026-09-{i:00},claire{i}@example.org,{100 + i},{5 + (i % 3)}"));
        var reply = await talk.TypeAsync("Date,Email,Coût,Conversions\n" + rows);
        Assert.Contains("Email", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("claire", reply, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.DoesNotContain("claire", (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_is_read_with_one_tap_and_another_comparison_can_be_asked_for()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        var opened = await talk.OpenAsync();
        Assert.True(talk.Said[0].Parts.OfType<TextPart>().Single().Text.Split('\n').Length <= 6, opened);
        Assert.Contains("que vois-tu ?", await talk.PressAsync("Essayer un export Google Ads"), StringComparison.Ordinal);
        await talk.PressAsync("Changer la comparaison");
        Assert.Contains("dernière semaine pleine contre la précédente", await talk.PressAsync("La dernière semaine"), StringComparison.Ordinal);
        Assert.Contains("7 + 7 jours", await talk.TypeAsync("ça baisse"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_button_changes_nothing_and_says_so()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync(Example("google-ads.fr.csv"));
        await talk.TypeAsync("ça baisse");
        var old = talk.Buttons;
        await talk.PressAsync("Un budget");
        var reply = await talk.PressAsync(old, old.Choices[1]);
        Assert.Contains("rien n’a changé", reply, StringComparison.Ordinal);
        Assert.Contains("La collecte a-t-elle changé", reply, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.Equal("budget", (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).State.Answers["frame"].Value.Text);
    }

    [Fact]
    public async Task Paused_today_it_goes_on_in_three_weeks_and_its_version_is_kept()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync(Example("google-ads.fr.csv"));
        await talk.TypeAsync("ça baisse");
        Assert.Contains("gardées", await talk.TypeAsync("pause"), StringComparison.Ordinal);
        mentor.Time.Advance(TimeSpan.FromDays(21));

        // Meanwhile the files changed: the run still finds its own version in the database.
        await using (var db = mentor.Database.Open())
        {
            var run = await db.Set<FlowRun>().AsNoTracking().SingleAsync(TestMentor.Token);
            var kept = await db.Set<FlowVersion>().AsNoTracking().SingleAsync(TestMentor.Token);
            Assert.Equal(run.FlowVersion, kept.Hash);
            Assert.Equal(kept.Hash, FlowReader.Read(FlowSource.FromJson(kept.Source)).Version);
        }

        var reply = await talk.TypeAsync("reprenons");
        Assert.Contains("Quelle décision cette lecture", reply, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_run_keeps_to_the_words_and_steps_it_began_with_after_the_files_have_changed(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        var old = new FlowSource(new Dictionary<string, string>
        {
            ["flow.yaml"] = "id: read-kpis\nsteps:\n  - {id: first, kind: ask, input: text}\n  - {id: gone, kind: ask, input: text}\n  - {id: end, kind: close}",
            ["en.yaml"] = "name: Old\nsteps: {first: {label: F, ask: First?}, gone: {label: G, ask: 'A question that is no longer asked?'}, end: {text: Old end.}}",
        });
        await using (var db = mentor.Database.Open())
        {
            var flow = FlowReader.Read(old);
            var run = new FlowRun { Id = Guid.NewGuid(), OrganisationId = talk.Card.OrganisationId, PersonId = talk.Card.Id, FlowId = flow.Id, FlowVersion = flow.Version, StartedAt = mentor.Time.GetUtcNow() };
            run.MoveTo(RunState.New with { Step = "first", Serial = 1 }, mentor.Time.GetUtcNow());
            db.Add(run);
            db.Add(new FlowVersion { FlowId = flow.Id, Hash = flow.Version, Source = old.ToJson() });
            await db.SaveChangesAsync(TestMentor.Token);
        }

        Assert.Equal("A question that is no longer asked?", await talk.TypeAsync("my own words"));
        Assert.Equal("Old end.", await talk.TypeAsync("more words here"));
    }

    private static async Task<Talking> ThroughAsync(TestMentor mentor)
    {
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync(Example("google-ads.fr.csv"));
        await talk.TypeAsync("ça baisse");
        await talk.PressAsync("Un budget");
        await talk.PressAsync("Non, rien");
        await talk.TypeAsync("la rentrée, et une créa fatiguée");
        await talk.PressAsync("Ne rien changer");
        await talk.PressAsync("Moins de");
        await talk.PressAsync("lundi");
        return talk;
    }

    private static async Task<DateTimeOffsetDay> ReviewAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return new DateTimeOffsetDay((await db.Set<Decision>().SingleAsync(TestMentor.Token)).ReviewOn);
    }

    private static string Example(string name) => Path.Combine(FlowTable.Prompts, "examples", name);

    private sealed record DateTimeOffsetDay(DateOnly Day)
    {
        public DateTimeOffset ToDateTime(TimeOnly time) => new(Day.ToDateTime(time), TimeSpan.Zero);
    }
}
