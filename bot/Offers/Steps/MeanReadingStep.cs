using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>The part of <see cref="OfferReadingKind"/> that reads averages: what is known of the test around the figures, and what the sentences need after.</summary>
internal static class MeanReadingStep
{
    /// <param name="around">What a reading of counts goes by.</param>
    /// <returns>The same without the smallest effect of a plan about a rate, which says nothing of an average.</returns>
    public static OfferReadingOptions Options(FlowWalk walk, OfferReadingOptions around) => around with { WorthDifference = MeanDesk.IsPlanned(walk) ? around.WorthDifference : null };

    public static void Know(FlowWalk walk, MeanReading reading, MeanReport report)
    {
        var (main, compared, read) = (reading.Main, reading.Main.Compared, reading.CanBeRead);
        walk.Set("arm", FlowValue.Of(main.Name));
        walk.Set("control", FlowValue.Of(reading.Data.Control.Name));
        walk.Set("reading_line", FlowValue.Of(report.Line(reading, walk.Voice)));
        Sentences.Text(walk, "held_by", reading.Holds.Count > 0 ? reading.Holds[0].Name : null);
        Sentences.Number(walk, "rate_a", null);
        Sentences.Number(walk, "rate_b", null);
        Sentences.Number(walk, "diff", read ? compared.Difference : null);
        Sentences.Number(walk, "diff_low", read ? compared.Range.Low : null);
        Sentences.Number(walk, "diff_high", read ? compared.Range.High : null);
        walk.Set("diff_unit", FlowValue.Of(reading.Data.Currency is null ? "number" : "money"));
        walk.Set("diff_currency", FlowValue.Of(reading.Data.Currency ?? ""));
        Sentences.Number(walk, "lift", read ? compared.Lift : null, "±%");
        Sentences.Number(walk, "people", reading.Data.Arms.Sum(a => a.Figures.Users));
        Sentences.Text(walk, "arithmetic", string.Join('\n', report.Arithmetic(reading, walk.Voice)));
        Sentences.Number(walk, "more", reading.Settling?.More is > 0 and var more ? more : null);
        Sentences.Number(walk, "weeks_more", reading.Settling?.Weeks is > 0 and var weeks ? weeks : null);
        walk.Set("never", reading.Settling?.Never == true ? FlowValue.Of(true) : null);
    }
}
