using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A reading in words: the verdict with its range and n first, then what it rests on, what holds it back, what can be decided now. A broken split shows no result.</summary>
internal sealed class OfferReport(Texts texts)
{
    private const double NearlyCertain = .999;

    /// <summary>Below it a loss of rate would be written as 0.</summary>
    private const double SmallestShownLoss = .00005;

    private readonly OfferCharts _charts = new(texts);

    /// <summary>The decision and why, in sentences; the first names it.</summary>
    public TextPart Verdict(OfferReading reading, Voice voice)
    {
        var said = reading.Reasons.Select(r => r.In(texts, voice)).ToList();
        return new TextPart(string.Join(' ', said.Skip(1).Prepend($"**{said[0]}**")));
    }

    /// <summary>The reasons as one plain text.</summary>
    public string Reason(OfferReading reading, Voice voice) => string.Join(' ', reading.Reasons.Select(r => r.In(texts, voice)));

    /// <summary>People, conversions, rate and its range for each arm; only the people when the split is broken.</summary>
    public TablePart Arms(OfferReading reading, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        var people = Say(voice, reading.Data.Unit == OfferUnit.Sessions ? "arms.visits" : "arms.users");
        if (!reading.CanBeRead)
        {
            return new TablePart(null, [Say(voice, "arms.arm"), people], [false, true], [.. reading.Data.Arms.Select(a => (IReadOnlyList<string>)[a.Name, write.Count(a.Counts.Users)])]);
        }

        return new TablePart(
            null,
            [Say(voice, "arms.arm"), people, Say(voice, "arms.conversions"), Say(voice, "arms.rate"), Say(voice, "arms.range")],
            [false, true, true, true, true],
            [.. reading.Data.Arms.Select(a => (IReadOnlyList<string>)[a.Name, write.Count(a.Counts.Users), write.Count(a.Counts.Conversions), write.Percent(a.Counts.Rate), Range(write, Proportions.Wilson(a.Counts.Conversions, a.Counts.Users))])]);
    }

    /// <summary>Split, looks, difference, relative difference, chance to be best, p.</summary>
    public FactsPart Facts(OfferReading reading, Voice voice)
    {
        var facts = new List<Fact> { new(Say(voice, "fact.split"), Say(voice, reading.Split.Mismatch ? "fact.split-broken" : reading.Split.P < OfferReasons.OddSplit ? "fact.split-odd" : "fact.split-ok", ("chi2", reading.Split.Chi2), ("p", reading.Split.Mismatch ? OfferReasons.Shown(reading.Split.P) : reading.Split.P))) };
        if (!reading.CanBeRead)
        {
            return new FactsPart(facts);
        }

        facts.Add(new Fact(Say(voice, "fact.looks"), reading.Peeking.Peeked ? Say(voice, "fact.looks-more", ("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate)) : Say(voice, "fact.looks-once")));
        var versus = OfferReasons.Versus(reading);
        facts.Add(new Fact(Say(voice, "fact.difference"), Say(voice, "fact.difference-value", versus)));
        if (reading.Main.Compared is { Lift: not null, LiftRange: not null })
        {
            facts.Add(new Fact(Say(voice, "fact.lift"), Say(voice, "fact.lift-value", versus)));
        }

        facts.Add(new Fact(Say(voice, "fact.chance"), Say(voice, "fact.chance-value", ("arm", reading.Main.Name), ("chance", Chance(reading.ChanceBest[reading.Main.Index], voice)), ("loss", 100 * reading.ExpectedLoss), ("costs", reading.ExpectedLoss >= SmallestShownLoss))));
        facts.Add(new Fact(Say(voice, "fact.p"), Say(voice, "fact.p-value", versus)));
        return new FactsPart(facts);
    }

    /// <summary>Each other arm against the control; empty for two arms, where the verdict says it.</summary>
    public IReadOnlyList<TextPart> Others(OfferReading reading, Voice voice) => !reading.CanBeRead || reading.Versus.Count < 2 ? [] :
        [.. reading.Versus.Where(v => v != reading.Main).Select(v => new TextPart(Say(voice, "versus", OfferReasons.Versus(reading with { Main = v }))))];

    /// <summary>Guardrails that are kept; the others stand among the holds.</summary>
    public IReadOnlyList<TextPart> Guardrails(OfferReading reading, Voice voice) =>
        [.. reading.Guardrails.Where(g => g.Verdict == GuardrailVerdict.Kept).Select(g => new TextPart(Say(voice, "guardrail-kept", OfferReasons.GuardrailValues(g))))];

    public IReadOnlyList<MessagePart> Segments(OfferReading reading, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        return [.. reading.Segments.SelectMany(s => (IReadOnlyList<MessagePart>)
        [
            new TablePart(
                Say(voice, "segments.title", OfferReasons.SegmentValues(s, reading)),
                [Say(voice, "segments.segment"), Say(voice, "segments.people"), Say(voice, "segments.difference")],
                [false, true, true],
                [.. s.Parts.Select(p => (IReadOnlyList<string>)[p.Value, write.Count(p.Compared.A.Users + p.Compared.B.Users), Say(voice, "segments.range", ("low", p.Compared.Range.Low), ("high", p.Compared.Range.High))])]),
            new TextPart(Say(voice, "segments.together", OfferReasons.SegmentValues(s, reading))),
        ])];
    }

    /// <summary>That the effect lasted, where days show it; a change stands among the holds and cautions.</summary>
    public TextPart? Steady(OfferReading reading, Voice voice) =>
        reading.Novelty is { Verdict: NoveltyVerdict.Steady } n ? new TextPart(Say(voice, "steady", ("first", n.First.Difference), ("later", n.Later.Difference))) : null;

    public IReadOnlyList<NoticePart> Holds(OfferReading reading, Voice voice) =>
        [.. reading.Holds.Select(h => new NoticePart(h.Name is "guardrail-broken" or "duplicates" or "simpson" ? NoticeTone.Critical : NoticeTone.Warning, h.In(texts, voice)))];

    public IReadOnlyList<NoticePart> Cautions(OfferReading reading, Voice voice) => [.. reading.Cautions.Select(c => new NoticePart(NoticeTone.Info, c.In(texts, voice)))];

    public TextPart DecideNow(OfferReading reading, Voice voice) => new(reading.DecideNow.In(texts, voice));

    public Message Whole(OfferReading reading, Voice voice)
    {
        var parts = new List<MessagePart> { Verdict(reading, voice), Arms(reading, voice), Facts(reading, voice) };
        parts.AddRange(Others(reading, voice));
        parts.AddRange(Guardrails(reading, voice));
        parts.AddRange(Segments(reading, voice));
        if (Steady(reading, voice) is { } steady)
        {
            parts.Add(steady);
        }

        parts.AddRange(Holds(reading, voice));
        parts.AddRange(Cautions(reading, voice));
        parts.Add(DecideNow(reading, voice));
        parts.AddRange(_charts.Of(reading, voice).Select(c => new IntervalPart(c)));
        return new Message(parts, voice.Locale);
    }

    /// <summary>For "why?": one line per computed figure.</summary>
    public IReadOnlyList<string> Arithmetic(OfferReading reading, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        var total = reading.Data.Arms.Sum(a => a.Counts.Users);
        var lines = new List<string>
        {
            Say(voice, "arithmetic.split", ("planned", string.Join(" / ", reading.Weights.Select(w => write.Number(w * total, 1)))), ("seen", string.Join(" / ", reading.Data.Arms.Select(a => write.Count(a.Counts.Users)))),
                ("chi2", reading.Split.Chi2), ("p", OfferReasons.Shown(reading.Split.P))),
        };
        if (!reading.CanBeRead)
        {
            return lines;
        }

        foreach (var arm in reading.Data.Arms)
        {
            var range = Proportions.Wilson(arm.Counts.Conversions, arm.Counts.Users);
            lines.Add(Say(voice, "arithmetic.rate", ("arm", arm.Name), ("x", arm.Counts.Conversions), ("n", arm.Counts.Users), ("rate", arm.Counts.Rate), ("low", range.Low), ("high", range.High)));
        }

        var versus = OfferReasons.Versus(reading);
        lines.Add(Say(voice, "arithmetic.difference", versus));
        if (reading.Main.Compared is { Lift: not null, LiftRange: not null })
        {
            lines.Add(Say(voice, "arithmetic.lift", versus));
        }

        lines.Add(Say(voice, "arithmetic.p", versus));
        if (reading.Value is { } value)
        {
            lines.Add(Say(voice, "arithmetic.value", ("bound", value.PerThousand / value.PerConversion / 1000), ("each", value.PerConversion), ("perThousand", value.PerThousand), ("currency", value.Currency)));
        }

        if (reading.Settling is { PerArm: { } needed } settling)
        {
            var from = reading.Main.Compared.A.Rate;
            lines.Add(Say(voice, "arithmetic.settle", ("from", from), ("to", settling.Planned ? from + settling.Effect : reading.Main.Compared.B.Rate), ("needed", needed)));
        }

        return lines;
    }

    /// <summary>A chance is never written as 0 % or 100 %.</summary>
    private string Chance(double chance, Voice voice) =>
        Say(voice, chance > NearlyCertain ? "chance-high" : chance < 1 - NearlyCertain ? "chance-low" : "chance", ("chance", chance));

    private static string Range(NumberWriter write, Interval range) => $"{write.Percent(range.Low)} – {write.Percent(range.High)}";

    private string Say(Voice voice, string key, params IEnumerable<(string Name, object? Value)> values) =>
        texts.Say(voice, $"offers.read.{key}", OfferNote.Named(texts, voice, values.ToDictionary(v => v.Name, v => v.Value)));
}
