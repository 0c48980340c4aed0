using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Readouts;

/// <summary>Puts findings and the decision into words, for one voice.</summary>
internal sealed class FindingText(Texts texts)
{
    private readonly CauseWords _causes = new(texts);

    /// <summary>One line: what it is about.</summary>
    public string Title(Readout readout, Finding finding, Voice voice) => Say(readout, finding, voice, "title");

    /// <summary>What was found, with its numbers, n and range.</summary>
    public string What(Readout readout, Finding finding, Voice voice) => Say(readout, finding, voice, "what");

    /// <summary>Why it matters for a decision.</summary>
    public string Why(Readout readout, Finding finding, Voice voice) => Say(readout, finding, voice, "why");

    /// <summary>What to look at next.</summary>
    public string Check(Readout readout, Finding finding, Voice voice) => Say(readout, finding, voice, "check");

    public string Decide(Readout readout, Voice voice) =>
        OneStop(texts.Say(voice, readout.Decidable.TextKey, Values(readout, readout.Decidable.Metric, readout.Decidable.Evidence, voice)));

    /// <summary>A metric's name for people; its id where nobody named it.</summary>
    public string NameOf(string metric, Voice voice) => NameIn(texts, metric, voice);

    public static string NameIn(Texts texts, string metric, Voice voice) => texts.Has(voice.Locale, $"kpis.{metric}.name") ? texts.Say(voice, $"kpis.{metric}.name") : metric;

    /// <summary>A format that we derived has a name of ours; any other is called as in the file.</summary>
    public string? FormatName(string? segment, Voice voice) => segment is not null && texts.Has(voice.Locale, $"readouts.format.{segment}") ? texts.Say(voice, $"readouts.format.{segment}") : segment;

    private string Say(Readout readout, Finding finding, Voice voice, string part)
    {
        var values = Values(readout, finding.Metric, finding.Evidence, voice);
        values["from"] = finding.From;
        values["to"] = finding.To;
        values["severalDays"] = finding.From != finding.To;
        values["segment"] = FormatName(finding.Segment, voice);
        return OneStop(texts.Say(voice, $"readouts.finding.{finding.Code}.{part}", values));
    }

    /// <summary>The evidence, and the few things every sentence may need: the metric's name, unit and currency, and names instead of ids.</summary>
    private Dictionary<string, object?> Values(Readout readout, string? metric, IReadOnlyDictionary<string, object?> evidence, Voice voice)
    {
        var values = new Dictionary<string, object?>(evidence)
        {
            ["metric"] = metric is null ? "" : Capital(NameOf(metric, voice)),
            ["metricName"] = metric is null ? "" : NameOf(metric, voice),
            ["unit"] = readout.UnitOf(metric)?.ToString().ToLowerInvariant(),
            ["currency"] = readout.Table.Currency,
            ["grain"] = readout.Table.Grain.ToString().ToLowerInvariant(),
            ["moved"] = Known(evidence, "change"),
            ["segment"] = FormatName(evidence.GetValueOrDefault("segment") as string, voice),
            ["rangeKnown"] = Known(evidence, "low") && Known(evidence, "high"),
        };
        foreach (var name in new[] { "follows", "feed", "numerator", "denominator" })
        {
            values[name] = evidence.TryGetValue(name, out var id) && id is string s ? NameOf(s, voice) : null;
        }

        _causes.AddTo(values, readout, evidence, voice);
        if (evidence.TryGetValue("holiday", out var holiday) && holiday is string key)
        {
            var name = texts.Say(voice, key);
            values["holiday"] = name;
            values["ofHoliday"] = HolidayName.Of(name, voice.Locale);
        }

        if (evidence.TryGetValue("alsoMetrics", out var also) && also is string list)
        {
            values["alsoMetrics"] = string.Join(", ", list.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(m => NameOf(m, voice)));
        }

        return values;
    }

    /// <summary>An abbreviated month at the end of a sentence brings its own full stop.</summary>
    public static string OneStop(string text) => text.Replace("..", ".", StringComparison.Ordinal);

    private static bool Known(IReadOnlyDictionary<string, object?> evidence, string name) => evidence.TryGetValue(name, out var value) && value is double d && double.IsFinite(d);

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
