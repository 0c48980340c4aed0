using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

/// <summary>Short ways to a plan and a reading that are expected to exist.</summary>
internal static class Told
{
    public static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    public static readonly Voice English = new(Locales.English, AddressForm.Vous);

    public static OfferPlan Plan(OfferPlanInput input) => OfferPlan.Of(input) is ({ } plan, null) ? plan : throw new InvalidOperationException("The plan was refused.");

    public static OfferReading Read(OfferData data, OfferReadingOptions? options = null) =>
        OfferReading.Of(data, options) is ({ } reading, null) ? reading : throw new InvalidOperationException("The reading was refused.");

    public static OfferReading Read(double xA, double nA, double xB, double nB, OfferReadingOptions? options = null) => Read(OfferData.Of(("A", new Arm(xA, nA)), ("B", new Arm(xB, nB))), options);

    public static string Refused((OfferData? Data, Refusal? Refusal) result) => result is (null, { } refusal) ? refusal.Code : throw new InvalidOperationException("It was not refused.");

    /// <summary>The same counts spread over days, from a Monday.</summary>
    public static OfferData Daily(int days, Func<int, (Arm A, Arm B)> day)
    {
        var all = Enumerable.Range(0, days).Select(i => new OfferDay(Builders.KpiTableBuilder.Monday.AddDays(i), [day(i).A, day(i).B])).ToList();
        Arm Sum(int arm) => new(all.Sum(d => d.Arms[arm].Conversions), all.Sum(d => d.Arms[arm].Users));
        return OfferData.Of(("A", Sum(0)), ("B", Sum(1))) with { Days = all };
    }
}
