using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>An offer without random assignment, in words: what the comparison shows, and that it proves nothing. No p-value.</summary>
internal sealed class SeriesReport(Texts texts)
{
    public IReadOnlyList<MessagePart> Parts(OfferSeries series, InterruptedSeries told, Voice voice)
    {
        var values = Values(series, told);
        if (told.CannotTell is { } why)
        {
            return [new TextPart(texts.Say(voice, $"offers.{why}", values))];
        }

        var verdict = told.Verdict switch { InterruptedVerdict.Higher => "higher", InterruptedVerdict.Lower => "lower", _ => "within-noise" };
        var parts = new List<MessagePart> { new TextPart($"**{texts.Say(voice, $"offers.quasi.{verdict}", values)}**"), new NoticePart(NoticeTone.Info, texts.Say(voice, "offers.quasi.no-proof", values)) };
        if (told.Loose)
        {
            parts.Add(new NoticePart(NoticeTone.Warning, texts.Say(voice, "offers.quasi.loose", values)));
        }

        return parts;
    }

    /// <summary>For "why?"; empty when nothing could be told.</summary>
    public IReadOnlyList<string> Arithmetic(OfferSeries series, InterruptedSeries told, Voice voice) =>
        told.Told is null ? [] : [texts.Say(voice, "offers.quasi.arithmetic", Values(series, told))];

    private static Dictionary<string, object?> Values(OfferSeries series, InterruptedSeries told)
    {
        var relative = told.Relative;
        return new Dictionary<string, object?>
        {
            ["name"] = series.Name,
            ["control"] = series.ControlName,
            ["before"] = (double)told.Before,
            ["after"] = (double)told.After,
            ["daily"] = series.Steps.Count < 2 || series.Steps[1].DayNumber - series.Steps[0].DayNumber == 1,
            ["fewest"] = (double)InterruptedSeries.FewestBefore,
            ["effect"] = told.Told?.Effect,
            ["low"] = told.Told?.Range.Low,
            ["high"] = told.Told?.Range.High,
            ["relative"] = relative?.Value,
            ["relativeLow"] = relative?.Range.Low,
            ["relativeHigh"] = relative?.Range.High,
            ["together"] = told.Together,
            ["slope"] = told.Told?.Slope,
            ["intercept"] = told.Told?.Intercept,
            ["expected"] = told.Told?.Expected.Sum(),
            ["seen"] = told.Told is { } t ? t.Effect + t.Expected.Sum() : null,
        };
    }
}
