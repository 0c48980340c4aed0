using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>The part of <see cref="OfferReadingKind"/> that reads rates: what the sentences need after.</summary>
internal static class RateReadingStep
{
    public static void Know(FlowWalk walk, OfferReading reading, ReadingParts parts)
    {
        var (main, compared, read) = (reading.Main, reading.Main.Compared, reading.CanBeRead);
        walk.Set("arm", FlowValue.Of(main.Name));
        walk.Set("control", FlowValue.Of(reading.Data.Control.Name));
        walk.Set("reading_line", FlowValue.Of(parts.Line(reading, walk.Voice)));
        Sentences.Text(walk, "held_by", reading.Holds.Count > 0 ? reading.Holds[0].Name : null);
        Sentences.Number(walk, "rate_a", read ? compared.A.Rate : null, "%");
        Sentences.Number(walk, "rate_b", read ? compared.B.Rate : null, "%");
        Sentences.Number(walk, "diff", read ? compared.Difference : null);
        Sentences.Number(walk, "diff_low", read ? compared.Range.Low : null);
        Sentences.Number(walk, "diff_high", read ? compared.Range.High : null);
        walk.Set("diff_unit", FlowValue.Of("percent"));
        walk.Set("diff_currency", FlowValue.Of(""));
        Sentences.Number(walk, "lift", read ? compared.Lift : null, "±%");
        Sentences.Number(walk, "people", reading.Data.Arms.Sum(a => a.Counts.Users));
        Sentences.Text(walk, "arithmetic", parts.Arithmetic(reading, walk.Voice));
        Sentences.Number(walk, "more", reading.Settling?.More is > 0 and var more ? more : null);
        Sentences.Number(walk, "weeks_more", reading.Settling?.Weeks is > 0 and var weeks ? weeks : null);
        walk.Set("never", reading.Settling?.Never == true ? FlowValue.Of(true) : null);
    }
}
