using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>A reading as the chat says it, shorter than the report: the verdict, one chart, what holds it back, what can be decided now. The figures behind it answer "why?"; what the counts themselves called for was said with them.</summary>
internal sealed class ReadingParts(Texts texts)
{
    private const int MostCautions = 2;

    private readonly OfferReport _report = new(texts);
    private readonly OfferCharts _charts = new(texts);

    public IReadOnlyList<MessagePart> Of(OfferReading reading, Voice voice) =>
    [
        _report.Verdict(reading, voice),
        .. _report.Others(reading, voice),
        .. _report.Guardrails(reading, voice),
        .. _report.Segments(reading, voice),
        .. _report.Holds(reading, voice),
        .. reading.Cautions.Skip(reading.Data.Cautions.Count).Take(MostCautions).Select(c => new NoticePart(NoticeTone.Info, c.In(texts, voice))),
        .. reading.CanBeRead ? new MessagePart[] { new IntervalPart(_charts.Differences(reading, voice)) } : [],
        _report.DecideNow(reading, voice),
    ];

    /// <summary>The result in one sentence, for the journal and the recap.</summary>
    public string Line(OfferReading reading, Voice voice) => reading.Reasons[0].In(texts, voice);

    public string Arithmetic(OfferReading reading, Voice voice) => string.Join('\n', _report.Arithmetic(reading, voice));
}
