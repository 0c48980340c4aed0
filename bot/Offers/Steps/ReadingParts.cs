using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>A reading as the chat says it: the result first, its range drawn, what holds it back, what can be decided now.</summary>
internal sealed class ReadingParts(Texts texts)
{
    private const int MostCautions = 2;

    public IReadOnlyList<MessagePart> Of(OfferReading reading, Voice voice)
    {
        var said = reading.Reasons.Select(r => r.In(texts, voice)).ToList();
        return
        [
            new TextPart(string.Join('\n', said)),
            .. reading.Holds.Select(h => new NoticePart(NoticeTone.Warning, h.In(texts, voice))),
            .. reading.Cautions.Take(MostCautions).Select(c => new NoticePart(NoticeTone.Info, c.In(texts, voice))),
            new TextPart(reading.DecideNow.In(texts, voice)),
        ];
    }

    /// <summary>The result in one sentence, for the journal and the recap.</summary>
    public string Line(OfferReading reading, Voice voice) => reading.Reasons[0].In(texts, voice).Replace("**", "", StringComparison.Ordinal);
}
