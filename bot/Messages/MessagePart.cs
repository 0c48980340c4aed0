using System.Text.Json.Serialization;

namespace MentorBot.Messages;

/// <summary>One block of a <see cref="Message"/>. A channel that cannot show a kind shows its plain text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(FactsPart), "facts")]
[JsonDerivedType(typeof(TablePart), "table")]
[JsonDerivedType(typeof(ChartPart), "chart")]
[JsonDerivedType(typeof(WaterfallPart), "waterfall")]
[JsonDerivedType(typeof(IntervalPart), "interval")]
[JsonDerivedType(typeof(CurvePart), "curve")]
[JsonDerivedType(typeof(TornadoPart), "tornado")]
[JsonDerivedType(typeof(ChoicesPart), "choices")]
[JsonDerivedType(typeof(FilePart), "file")]
[JsonDerivedType(typeof(NoticePart), "notice")]
internal abstract record MessagePart
{
    public abstract string ToPlainText();
}

/// <summary>Prose. The only markup is **bold**, a line break, and "- " at the start of a line for a list; a blank line parts paragraphs.</summary>
internal sealed record TextPart(string Text) : MessagePart
{
    /// <summary>Set where a language model chose these words, null where our own texts and rules did. A channel then says so, with its own label.</summary>
    public ModelWords? WrittenByModel { get; init; }

    public override string ToPlainText() => Text.Replace("**", "", StringComparison.Ordinal);
}

/// <summary>That a language model chose the words of a part, and what it took them from.</summary>
/// <param name="Citations">The words hold "[1]" where the citation with position 1 is meant.</param>
internal sealed record ModelWords(params IReadOnlyList<Citation> Citations);

/// <param name="Position">From 1.</param>
/// <param name="Name">Of the source.</param>
/// <param name="Abstract">What it says there.</param>
/// <param name="Url">Where it is read; null where it is nowhere on the web.</param>
internal sealed record Citation(int Position, string Name, string Abstract, string? Url = null);

/// <summary>Labelled values, such as the one-line echo of a file: rows, period, currency.</summary>
internal sealed record FactsPart(IReadOnlyList<Fact> Facts) : MessagePart
{
    public override string ToPlainText() => string.Join("\n", Facts.Select(f => $"{f.Label}: {f.Value}"));
}

internal sealed record Fact(string Label, string Value);

/// <summary>A small table, already formatted for the message's locale.</summary>
/// <param name="Numeric">One flag per column: right-aligned when true.</param>
internal sealed record TablePart(string? Title, IReadOnlyList<string> Columns, IReadOnlyList<bool> Numeric, IReadOnlyList<IReadOnlyList<string>> Rows) : MessagePart
{
    public override string ToPlainText() =>
        string.Join("\n", new[] { Title ?? "", string.Join(" | ", Columns) }.Concat(Rows.Select(r => string.Join(" | ", r))).Where(l => l.Length > 0));
}

/// <summary>A chart as data; a channel draws it through Charts and always gives its alt text.</summary>
internal sealed record ChartPart(LineChart Chart) : MessagePart
{
    public override string ToPlainText() => Chart.AltText;
}

/// <summary>A decomposition as data; drawn and read out like a <see cref="ChartPart"/>.</summary>
internal sealed record WaterfallPart(WaterfallChart Chart) : MessagePart
{
    public override string ToPlainText() => Chart.AltText;
}

/// <summary>Estimates with their ranges as data; drawn and read out like a <see cref="ChartPart"/>.</summary>
internal sealed record IntervalPart(IntervalChart Chart) : MessagePart
{
    public override string ToPlainText() => Chart.AltText;
}

/// <summary>One quantity against another as data; drawn and read out like a <see cref="ChartPart"/>.</summary>
internal sealed record CurvePart(CurveChart Chart) : MessagePart
{
    public override string ToPlainText() => Chart.AltText;
}

/// <summary>What a result depends on, as data; drawn and read out like a <see cref="ChartPart"/>.</summary>
internal sealed record TornadoPart(TornadoChart Chart) : MessagePart
{
    public override string ToPlainText() => Chart.AltText;
}

/// <summary>A finite question. A press comes back as an inbound choice that names <paramref name="Target"/>, <paramref name="Version"/>, <paramref name="Nonce"/> and the value(s).</summary>
/// <param name="Target">What the choice is for, as "kind:id": "flow:0198…" (a run), "mission:read-kpis", "example:google-ads".</param>
/// <param name="Version">The version the target had when the question was asked; a press on an older one is told so and changes nothing.</param>
/// <param name="Nonce">Unique per message, so that a repeated press has one effect.</param>
/// <param name="Many">Several may be picked before sending.</param>
internal sealed record ChoicesPart(string Target, int Version, string Nonce, IReadOnlyList<Choice> Choices, bool Many = false) : MessagePart
{
    public override string ToPlainText() => string.Join("\n", Choices.Select((c, i) => $"{i + 1}. {c.Label}"));
}

/// <param name="Value">What comes back; stable across languages.</param>
/// <param name="Label">What the person reads.</param>
internal sealed record Choice(string Value, string Label);

/// <summary>A file the person may keep: a recap, an example export.</summary>
/// <param name="FileId">Id in Storage's Files.</param>
/// <param name="Length">Bytes.</param>
internal sealed record FilePart(Guid FileId, string Name, string MediaType, long Length) : MessagePart
{
    public override string ToPlainText() => Name;
}

/// <summary>A line set apart from the talk: a limit, a refusal, who sees what.</summary>
internal sealed record NoticePart(NoticeTone Tone, string Text) : MessagePart
{
    public override string ToPlainText() => Text.Replace("**", "", StringComparison.Ordinal);
}

[JsonConverter(typeof(JsonStringEnumConverter<NoticeTone>))]
internal enum NoticeTone
{
    Info,
    Warning,
    Critical,
}
