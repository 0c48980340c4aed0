using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A reading of averages in words: the verdict with its range and n first, then what it rests on, what holds it back, what can be decided now. A broken split shows no result.</summary>
internal sealed class MeanReport(Texts texts)
{
    private const int MostCautions = 2;

    public TextPart Verdict(MeanReading reading, Voice voice)
    {
        var said = reading.Reasons.Select(r => r.In(texts, voice)).ToList();
        return new TextPart(string.Join(' ', said.Skip(1).Prepend($"**{said[0]}**")));
    }

    public string Reason(MeanReading reading, Voice voice) => string.Join(' ', reading.Reasons.Select(r => r.In(texts, voice)));

    public TextPart DecideNow(MeanReading reading, Voice voice) => new(reading.DecideNow.In(texts, voice));

    /// <summary>The result in one sentence, for the journal and the recap.</summary>
    public string Line(MeanReading reading, Voice voice) => reading.Reasons[0].In(texts, voice);

    public Message Whole(MeanReading reading, Voice voice) => new(
        [
            Verdict(reading, voice),
            Arms(reading, voice),
            Facts(reading, voice),
            .. Others(reading, voice),
            .. Holds(reading, voice),
            .. reading.Cautions.Select(c => new NoticePart(NoticeTone.Info, c.In(texts, voice))),
            DecideNow(reading, voice),
            .. Drawn(reading, voice),
        ],
        voice.Locale);

    /// <summary>As the chat says it, shorter: the figures behind it answer "why?"; what the data themselves called for was said with them.</summary>
    public IReadOnlyList<MessagePart> Short(MeanReading reading, Voice voice) =>
    [
        Verdict(reading, voice),
        .. Others(reading, voice),
        .. Holds(reading, voice),
        .. reading.Cautions.Skip(reading.Data.Cautions.Count).Take(MostCautions).Select(c => new NoticePart(NoticeTone.Info, c.In(texts, voice))),
        .. Drawn(reading, voice),
        DecideNow(reading, voice),
    ];

    /// <summary>For "why?": one line per computed figure.</summary>
    public IReadOnlyList<string> Arithmetic(MeanReading reading, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        var total = reading.Data.Arms.Sum(a => a.Figures.Users);
        var lines = new List<string>
        {
            texts.Say(voice, "offers.read.arithmetic.split", ("planned", string.Join(" / ", reading.Weights.Select(w => write.Number(w * total, 1)))), ("seen", string.Join(" / ", reading.Data.Arms.Select(a => write.Count(a.Figures.Users)))),
                ("chi2", reading.Split.Chi2), ("p", OfferReasons.Shown(reading.Split.P))),
        };
        if (!reading.CanBeRead)
        {
            return lines;
        }

        var versus = MeanReasons.Versus(reading);
        lines.AddRange([Say(voice, "arithmetic.difference", versus), Say(voice, "arithmetic.p", versus)]);
        if (reading.Main.Compared is { Lift: not null, LiftRange: not null })
        {
            lines.Add(Say(voice, "arithmetic.lift", versus));
        }

        if (reading.Settling is { PerArm: { } needed } settling)
        {
            lines.Add(Say(voice, "arithmetic.settle", [("effect", settling.Effect), ("needed", needed), .. MeanReasons.Unit(reading.Data)]));
        }

        return lines;
    }

    private TablePart Arms(MeanReading reading, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        string Value(double value) => MeanWords.Value(write, value, reading.Data.Currency);
        string Head(string key) => texts.Say(voice, $"offers.read.arms.{key}");
        return reading.CanBeRead
            ? new TablePart(null, [Head("arm"), Head("users"), Say(voice, "arms.mean"), Say(voice, "arms.deviation"), Head("range")], [false, true, true, true, true],
                [.. reading.Data.Arms.Select(a => (IReadOnlyList<string>)[a.Name, write.Count(a.Figures.Users), Value(a.Figures.Mean), Value(a.Figures.Deviation), a.Figures.Range() is var r ? $"{Value(r.Low)} – {Value(r.High)}" : ""])])
            : new TablePart(null, [Head("arm"), Head("users")], [false, true], [.. reading.Data.Arms.Select(a => (IReadOnlyList<string>)[a.Name, write.Count(a.Figures.Users)])]);
    }

    private FactsPart Facts(MeanReading reading, Voice voice)
    {
        string Shared(string key, params IEnumerable<(string, object?)> values) => texts.Say(voice, $"offers.read.fact.{key}", values);
        var facts = new List<Fact> { new(Shared("split"), Shared(reading.Split.Mismatch ? "split-broken" : reading.Split.P < OfferReasons.OddSplit ? "split-odd" : "split-ok", ("chi2", reading.Split.Chi2), ("p", reading.Split.Mismatch ? OfferReasons.Shown(reading.Split.P) : reading.Split.P))) };
        if (!reading.CanBeRead)
        {
            return new FactsPart(facts);
        }

        var versus = MeanReasons.Versus(reading);
        facts.Add(new Fact(Shared("looks"), reading.Peeking.Peeked ? Shared("looks-more", ("looks", (double)reading.Peeking.Looks), ("rate", reading.Peeking.FalsePositiveRate)) : Shared("looks-once")));
        facts.Add(new Fact(Shared("difference"), Say(voice, "fact.difference-value", versus)));
        if (reading.Main.Compared is { Lift: not null, LiftRange: not null })
        {
            facts.Add(new Fact(Shared("lift"), Shared("lift-value", versus)));
        }

        facts.Add(new Fact(Shared("p"), Say(voice, "fact.p-value", versus)));
        return new FactsPart(facts);
    }

    /// <summary>Each other arm against the control; empty for two arms, where the verdict says it.</summary>
    private IEnumerable<TextPart> Others(MeanReading reading, Voice voice) =>
        reading.CanBeRead ? reading.Versus.Where(v => v != reading.Main).Select(v => new TextPart(Say(voice, "versus", MeanReasons.Versus(reading with { Main = v })))) : [];

    private IEnumerable<NoticePart> Holds(MeanReading reading, Voice voice) =>
        reading.Holds.Select(h => new NoticePart(NoticeTone.Warning, h.In(texts, voice)));

    /// <summary>Differences from the control against zero; nothing when the split is broken.</summary>
    private IEnumerable<IntervalPart> Drawn(MeanReading reading, Voice voice)
    {
        if (!reading.CanBeRead)
        {
            return [];
        }

        var told = reading.Versus.Select(v => new Dictionary<string, object?>
        {
            ["name"] = v.Name,
            ["difference"] = v.Compared.Difference,
            ["low"] = v.Compared.Range.Low,
            ["high"] = v.Compared.Range.High,
            ["zero"] = !v.Decided,
            ["unit"] = reading.Data.Currency is null ? "number" : "money",
            ["currency"] = reading.Data.Currency,
        }).ToList();
        string Shared(string key, params IEnumerable<(string, object?)> values) => texts.Say(voice, $"offers.read.chart.{key}", values);
        return
        [
            new IntervalPart(new IntervalChart(
                Shared("difference-title", ("control", reading.Data.Control.Name)),
                Say(voice, "chart.difference-alt", ("arms", told), ("control", reading.Data.Control.Name)),
                reading.Data.Currency is null ? ChartUnit.Ratio : ChartUnit.Money,
                reading.Data.Currency,
                [.. reading.Versus.Select(v => new IntervalRow(v.Name, v.Compared.Difference, v.Compared.Range.Low, v.Compared.Range.High, v == reading.Main))])
            {
                Reference = 0,
                ReferenceLabel = Shared("zero"),
                Heads = new IntervalHeads(Shared("arm"), Shared("difference"), Shared("range")),
            }),
        ];
    }

    private string Say(Voice voice, string key, params IEnumerable<(string Name, object? Value)> values) => texts.Say(voice, $"offers.mean.read.{key}", values);
}
