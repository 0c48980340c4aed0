using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Offers;

/// <summary>Plans and readings that together show every text, in both languages and forms.</summary>
public sealed class OfferTextsTests
{
    public static TheoryData<string, bool> Voices => new() { { "fr", true }, { "fr", false }, { "en", false } };

    [Theory]
    [MemberData(nameof(Voices))]
    public void Every_text_of_every_plan_and_reading_is_whole_sentences(string locale, bool tu)
    {
        var voice = new Voice(locale, tu ? AddressForm.Tu : AddressForm.Vous);
        var (plans, reports, series) = (new PlanReport(Told.Words), new OfferReport(Told.Words), new SeriesReport(Told.Words));
        Assert.All(Plans(), p => Assert.All([.. Texts(plans.Whole(p, voice).Parts), .. plans.Arithmetic(p, voice)], t => Whole(t)));
        Assert.All(Readings(), r => Assert.All([.. Texts(reports.Whole(r, voice).Parts), .. reports.Arithmetic(r, voice)], t => Whole(t)));
        Assert.All(Series(), s => Assert.All([.. Texts(series.Parts(s, s.Read(), voice)), .. series.Arithmetic(s, s.Read(), voice)], t => Whole(t)));
    }

    [Fact]
    public void The_gallery_shows_every_warning_reason_hold_caution_and_decision()
    {
        var shown = Plans().SelectMany(p => p.Warnings).Concat(Readings().SelectMany(r => r.Reasons.Concat(r.Holds).Concat(r.Cautions).Append(r.DecideNow))).Select(n => $"offers.{n.Code}").ToHashSet();
        var known = Told.Words.All.Where(t => t.Locale == "en").Select(t => t.Key).Where(k => new[] { "offers.reason.", "offers.hold.", "offers.caution.", "offers.decide." }.Any(p => k.StartsWith(p, StringComparison.Ordinal)));

        // Those that only a table gives are shown by OfferTableTests.
        Assert.Empty(known.Except(shown).Except(["offers.caution.sessions", "offers.caution.views", "offers.caution.summed-users", "offers.caution.per-person", "offers.caution.empty-as-none", "offers.caution.repeated-people", "offers.caution.no-arm", "offers.caution.no-count", "offers.caution.refused-rows"]));
    }

    [Theory]
    [MemberData(nameof(Voices))]
    public void Cautions_of_tables_and_refusals_are_whole_sentences(string locale, bool tu)
    {
        var voice = new Voice(locale, tu ? AddressForm.Tu : AddressForm.Vous);
        var values = new Dictionary<string, object?>
        {
            ["column"] = "Sessions",
            ["rows"] = 12.0,
            ["arms"] = 2.0,
            ["line"] = 7.0,
            ["given"] = 3.2,
            ["power"] = .04,
            ["alpha"] = .05,
            ["most"] = 20.0,
            ["from"] = .03,
            ["to"] = .0300001,
            ["arm"] = "B",
            ["weights"] = 3.0,
            ["text"] = "12",
            ["metric"] = "Refunds",
            ["n"] = 3.0,
            ["x"] = 12.0,
            ["headers"] = "Campaign, Clicks",
            ["key"] = "device",
        };
        foreach (var key in Told.Words.All.Where(t => t.Locale == locale && (t.Key.StartsWith("offers.caution.", StringComparison.Ordinal) || t.Key.StartsWith("offers.refused.", StringComparison.Ordinal))).Select(t => t.Key))
        {
            if (key is not ("offers.caution.odd-split" or "offers.caution.effect-moved" or "offers.caution.mix-differs" or "offers.caution.left-out" or "offers.caution.partial-week" or "offers.caution.some-duplicates"))
            {
                Whole(Told.Words.Say(voice, key, values));
            }
        }
    }

    internal static IEnumerable<OfferPlan> Plans() =>
        new OfferPlanInput[]
        {
            new(.03, .036), new(.03, .036) { Daily = 2400 }, new(.03, .036) { Daily = 300 }, new(.03, .024) { Daily = 2400 }, new(.02, .0202) { Daily = 70 }, new(.5, .4) { Daily = .1 }, new(.2, .25) { Daily = 50_000 },
            new(.03, .036) { Arms = 4, Daily = 2400, Share = .5 }, new(.03, .036) { ControlPerTreated = 19, Daily = 4000 }, new(.03, .09) { BaselineCases = 3 }, new(.03, .036) { BaselineCases = 12, Power = .6, Alpha = .2 },
            new(.9, .95), new(.0001, .0002) { Daily = 10 }, new(.999, .001),
        }.Select(Told.Plan);

    internal static IEnumerable<OfferReading> Readings()
    {
        var monday = KpiTableBuilder.Monday;
        var steady = Told.Daily(14, _ => (new Arm(30, 1000), new Arm(50, 1000)));
        OfferData Two(double xA, double nA, double xB, double nB) => OfferData.Of(("A", new Arm(xA, nA)), ("B", new Arm(xB, nB)));
        var simpson = Two(700, 10_000, 440, 10_000) with { Segments = [new("device", "mobile", [new(60, 2000), new(270, 8000)]), new("device", "desktop", [new(640, 8000), new(170, 2000)])] };
        var differing = Two(300, 10_000, 420, 10_000) with { Segments = [new("device", "mobile", [new(100, 5000), new(240, 4000)]), new("device", "desktop", [new(200, 5000), new(180, 6000)])] };
        return
        [
            Told.Read(Two(200, 10_000, 250, 10_000)),
            Told.Read(Two(200, 10_000, 250, 10_000), new OfferReadingOptions { Looks = 10, ValuePerConversion = 60, Currency = "EUR", WorthDifference = .002 }),
            Told.Read(Two(250, 10_000, 200, 10_000), new OfferReadingOptions { ValuePerConversion = 60, Currency = "EUR" }),
            Told.Read(Two(250, 10_000, 200, 10_000), new OfferReadingOptions { Looks = 9, PlannedEnd = new DateOnly(2026, 12, 1), Today = new DateOnly(2026, 11, 20), PlannedPerArm = 20_000 }),
            Told.Read(Two(156, 5200, 187, 5210), new OfferReadingOptions { Daily = 900, Looks = 3 }),
            Told.Read(Two(156, 5200, 160, 5210), new OfferReadingOptions { Daily = 100 }),
            Told.Read(Two(156, 5200, 187, 5210), new OfferReadingOptions { WorthDifference = .006 }),
            Told.Read(Two(3000, 100_000, 3010, 100_000), new OfferReadingOptions { WorthDifference = .003 }),
            Told.Read(Two(300, 10_000, 340, 10_000), new OfferReadingOptions { WorthDifference = .0079 }),
            Told.Read(Two(100, 5000, 100, 5000)),
            Told.Read(Two(0, 50, 0, 50)),
            Told.Read(Two(0, 500, 3, 510)),
            Told.Read(Two(1, 1, 1, 1)),
            Told.Read(Two(0, 1000, 12, 1000)),
            Told.Read(Two(20, 1000, 50, 1000)),
            Told.Read(Two(1e9, 1e11, 2e9, 1e11)),
            Told.Read(Two(200, 9000, 300, 10_120)),
            Told.Read(Two(150, 5000, 155, 5280)),
            Told.Read(OfferData.Of(("A", new Arm(200, 10_000)), ("B", new Arm(270, 10_000)), ("C", new Arm(205, 10_000)))),
            Told.Read(simpson, new OfferReadingOptions { Segments = ["device", "country"], Weights = [1, 1] }),
            Told.Read(differing, new OfferReadingOptions { Segments = ["device"] }),
            Told.Read(steady, new OfferReadingOptions { Guardrails = [new("Refunds", .003, Counts: [new(20, 14_000), new(300, 14_000)]), new("Unsubscriptions", .001, Counts: [new(20, 1000), new(22, 1000)]), new("Complaints", .01, Counts: [new(20, 14_000), new(22, 14_000)]), new("Returns", .01)] }),
            Told.Read(steady with { Duplicates = new ExposureDuplicates(28_000, 900) }, new OfferReadingOptions { DirtyDays = [monday.AddDays(2)], PlannedEnd = monday.AddDays(30) }),
            Told.Read(steady with { Duplicates = new ExposureDuplicates(28_000, 12) }, new OfferReadingOptions { FullPrice = new FullPriceRule(30, 5), Today = monday.AddDays(15), TestPhase = new TestPhase(monday.AddDays(10)) }),
            Told.Read(Told.Daily(4, _ => (new Arm(30, 1000), new Arm(60, 1000)))),
            Told.Read(Told.Daily(10, _ => (new Arm(30, 1000), new Arm(60, 1000)))),
            Told.Read(Told.Daily(21, i => (new Arm(30, 1000), new Arm(i < 7 ? 60 : 31, 1000)))),
            Told.Read(Told.Daily(21, i => (new Arm(30, 1000), new Arm(i < 7 ? 30 : 60, 1000)))),
            Told.Read(Two(300, 2000, 3600, 18_000), new OfferReadingOptions { TestPhase = new TestPhase(Counts: [new(300, 2000), new(380, 2000)]) }),
        ];
    }

    internal static IEnumerable<OfferSeries> Series()
    {
        double[] control = [.. Enumerable.Range(0, 28).Select(i => 100 + 7.0 * (i % 5))];
        OfferSeries Of(Func<double, int, double> value, int start = 21) =>
            new("Belgique", "France", [.. control.Select((_, i) => KpiTableBuilder.Monday.AddDays(i))], control, [.. control.Select(value)], start);
        return [Of((v, i) => 2 * v + i * 37 % 11), Of((v, i) => 2 * v + i * 37 % 11 + (i >= 21 ? 50 : 0)), Of((v, i) => 2 * v + i * 37 % 11 - (i >= 21 ? 50 : 0)), Of((_, i) => 100 + i * 61 % 17), Of((v, _) => v, 5), Of((v, _) => v, 28)];
    }

    private static IEnumerable<string> Texts(IEnumerable<MessagePart> parts) => parts.SelectMany(p => p.ToPlainText().Split('\n'));

    private static void Whole(string text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        foreach (var broken in new[] { "NaN", "{{", "  ", " .", " ,", "()", "∞", "Infinity", ": –", " – –", "(–", "of –", "à –" })
        {
            Assert.False(text.Contains(broken, StringComparison.Ordinal), $"'{broken}' in: {text}");
        }
    }
}
