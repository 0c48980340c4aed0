using MentorBot.Campaigns;
using MentorBot.Messages;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

/// <summary>Every sentence of a challenged plan, over many plans, in every voice.</summary>
public sealed class BeforeTextsTests
{
    private static readonly Texts Words = Texts.Load(FlowTable.Prompts);

    public static TheoryData<string, bool> Voices => new() { { "fr", true }, { "fr", false }, { "en", false } };

    [Theory]
    [MemberData(nameof(Voices))]
    public void Every_sentence_about_every_plan_is_whole(string locale, bool tu)
    {
        var voice = new Voice(locale, tu ? AddressForm.Tu : AddressForm.Vous);
        var (plans, forecasts, signals, verdicts) = (new BeforeValues(Words), new BeforeForecastWords(Words), new BeforeSignalWords(Words), new BeforeVerdictWords(Words));
        foreach (var plan in Plans())
        {
            var forecast = CampaignForecast.Of(plan);
            var learning = BeforeDesk.LearningOf(plan, forecast);
            var values = plans.Of(plan, forecast, learning, "EUR", voice);
            var said = new List<string?>();
            if (forecast is not null)
            {
                foreach (RateSource? source in new RateSource?[] { null, RateSource.Own, RateSource.BestWeek, RateSource.Benchmark, RateSource.Guess })
                {
                    said.Add(forecasts.Forecast(plan, forecast, learning, source, ranged: source is null, "EUR", voice));
                }

                said.AddRange([forecasts.Weighs(plan, forecast, "EUR", voice) ?? "-", forecasts.Arithmetic(plan, forecast, "EUR", voice), Words.Say(voice, "campaign-plans.forecast.line", values), forecasts.Tornado(plan, forecast, "EUR", voice).AltText]);
            }
            else
            {
                said.AddRange([forecasts.Required(plan, learning, "EUR", voice), Words.Say(voice, "campaign-plans.required.line", values)]);
            }

            if (BeforeDesk.CpaToPlanWith(plan, forecast) is { } cpa)
            {
                var days = SignalDay.Of(plan, cpa);
                said.AddRange([signals.StopRule(plan, days, "EUR", voice), signals.Foretold(plan, days, voice) ?? "-", signals.SignalChart(plan, days, cpa, "EUR", voice).AltText, .. signals.Signals(plan, days, "EUR", voice).Rows.SelectMany(r => r)]);
            }

            foreach (var way in (string[])["holdout", "geo", "pause", "none"])
            {
                var chosen = IncrementalityPlan.Of(way, plan, forecast);
                said.Add(signals.Incrementality(plan, chosen, voice));
                foreach (var excludes in (bool[])[true, false])
                {
                    var weak = WeakPoints.Of(plan, forecast, learning, new LaunchChecks([], RateSource.Guess, excludes, chosen));
                    said.AddRange(weak.Codes.SelectMany(c => verdicts.Weak(c, values, voice) is var (what, fix) ? [what, fix] : Array.Empty<string>()).Append(verdicts.Advice(weak.Advice, voice)));
                }
            }

            Assert.All(said, Whole);
        }
    }

    [Fact]
    public void Every_weak_point_that_can_be_found_is_in_the_gallery()
    {
        var found = Plans().SelectMany(p => CampaignForecast.Of(p) is var f ? WeakPoints.Of(p, f, BeforeDesk.LearningOf(p, f), new LaunchChecks([], RateSource.Guess, false, IncrementalityPlan.Of("none", p, f))).Codes : []).ToHashSet();
        var written = Words.All.Where(t => t.Locale == "en" && t.Key.StartsWith("campaign-plans.weak.", StringComparison.Ordinal)).Select(t => t.Key.Split('.')[2]).ToHashSet();

        Assert.Equal(written.Order(), found.Order());
    }

    private static IEnumerable<CampaignPlan> Plans() =>
        from platform in (string[])["meta", "google", "tiktok", "linkedin", "other"]
        from budget in (double[])[80, 3000, 60_000]
        from days in (int[])[2, 28]
        from sets in (int[])[1, 6]
        from worth in (double?[])[null, 10, 40, 55, 900]
        from goal in (double?[])[null, 30, 80, 9000]
        from cost in (CostModel?[])[null, Rates(("cpm", 9), ("ctr", .01), ("cvr", .02)), Rates(("cpc", .9), ("cvr", .02)), Rates(("cpa", 45))]
        select new CampaignPlan(budget, days, platform, sets, goal, worth, cost);

    private static CostModel? Rates(params (string Code, double Value)[] typed) => CostModel.Of(typed.ToDictionary(t => t.Code, t => ThreePoint.Point(t.Value)), RateSource.Own);

    private static void Whole(string? text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        foreach (var broken in new[] { "NaN", "–", "{{", "  ", " .", " ,", "()", "∞", "Infinity", ": .", "@" })
        {
            Assert.False(text.Contains(broken, StringComparison.Ordinal), $"'{broken}' in: {text}");
        }
    }
}
