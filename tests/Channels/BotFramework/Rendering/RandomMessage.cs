using MentorBot.Messages;
using MentorBot.Tests.Channels.Web;
using MentorBot.Tests.Charts;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>A message of any parts, sizes and signs. Everything in it that must arrive carries a mark of its own.</summary>
internal sealed class RandomMessage
{
    private static readonly string[] Words =
    [
        "coût", "<at>Bob</at>", "**gras**", "_souligné_", "*", "**", "***", "`code`", "[lien](https://example.com/a_b)", "&lt;b&gt;", "R&D", @"\", @"C:\x\_y", "~~barré~~", "#tag", "1.", "-", ">", "+", "|",
        "שלום", "مرحبا", "👩‍👩‍👧‍👦", "🇫🇷", "e\u0301", "A_B_C", "12\u202F%", "«\u00A0oui\u00A0»", "https://example.com/?a=b&c=d_e_f", "{{x}}", "<script>", "]]>", "\t", "--", "===", "\u200F", "100\u00A0000\u00A0€",
    ];

    private static readonly string[] Starts = ["", "", "", "- ", "# ", "> ", "1. ", "**Titre** ", "    ", "+ ", "--- "];

    private readonly Random _random;
    private readonly List<string> _marks = [];

    private RandomMessage(int seed)
    {
        _random = new Random(seed);
        var parts = Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Part()).ToList();
        Message = new Message(parts, _random.Next(2) == 0 ? "fr" : "en");
    }

    public Message Message { get; }

    public IReadOnlyList<string> Marks => _marks;

    public static RandomMessage Of(int seed) => new(seed);

    private MessagePart Part() => _random.Next(14) switch
    {
        0 => new FactsPart([.. Enumerable.Range(0, _random.Next(12)).Select(_ => new Fact(Marked(3), Marked(8)))]),
        1 or 2 => Table(),
        3 => new NoticePart((NoticeTone)_random.Next(3), Text(_random.Next(6))),
        4 or 5 => new ChoicesPart("flow:1", _random.Next(9), $"n{_random.Next()}", [.. Enumerable.Range(0, 1 + _random.Next(_random.Next(10) == 0 ? 200 : 12)).Select(i => new Choice($"v,{i}", Marked(_random.Next(10))))], _random.Next(4) == 0),
        6 => new FilePart(Guid.NewGuid(), Mark() + ".pdf", "application/pdf", _random.Next()),
        7 when _random.Next(3) == 0 => new IntervalPart(ChartSamples.Difference() with { AltText = Marked(5) }),
        8 when _random.Next(3) == 0 => new ChartPart(SampleMessages.Cost with { AltText = Marked(_random.Next(5) == 0 ? 600 : 8), Points = [.. SampleMessages.Cost.Points.Select(p => p with { Flagged = false, Partial = false })] }),
        9 when _random.Next(3) == 0 => new WaterfallPart(SampleMessages.Why with { AltText = Marked(5) }),
        _ => new TextPart(Text(_random.Next(_random.Next(8) == 0 ? 300 : 8))),
    };

    private TablePart Table()
    {
        var columns = 1 + _random.Next(8);
        return new TablePart(_random.Next(2) == 0 ? null : Some(3), [.. Enumerable.Range(0, columns).Select(_ => Some(2))], [.. Enumerable.Range(0, columns).Select(c => c > 0)],
            [.. Enumerable.Range(0, _random.Next(_random.Next(6) == 0 ? 150 : 8)).Select(_ => (IReadOnlyList<string>)[.. Enumerable.Range(0, columns).Select(_ => Marked(_random.Next(4)))])]);
    }

    private string Text(int lines) => string.Join(_random.Next(2) == 0 ? "\n" : "\n\n", Enumerable.Range(0, lines).Select(_ => Starts[_random.Next(Starts.Length)] + Marked(_random.Next(25))));

    private string Marked(int words) => Mark() + " " + Some(words);

    private string Some(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => _random.Next(60) == 0 ? string.Concat(Enumerable.Repeat(_random.Next(2) == 0 ? "x" : "👩‍👧", 1 + _random.Next(3000))) : Words[_random.Next(Words.Length)]));

    private string Mark()
    {
        _marks.Add($"⟦{_marks.Count}⟧");
        return _marks[^1];
    }
}
