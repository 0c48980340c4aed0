using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>The parts that any telling of a reading is made of: what was read, the totals, a finding in words.</summary>
internal sealed class ReadoutReport(Texts texts)
{
    private readonly FindingText _words = new(texts);

    /// <summary>What was read: source, period, rows, currency, and what was left out, so that a wrong file is noticed at once.</summary>
    public FactsPart Echo(Readout readout, Voice voice)
    {
        var table = readout.Table;
        var facts = new List<Fact>();
        void Add(string name, bool when, params (string, object?)[] values)
        {
            if (when)
            {
                facts.Add(new Fact(texts.Say(voice, $"readouts.echo.{name}.label"), texts.Say(voice, $"readouts.echo.{name}.value", values)));
            }
        }

        Add("source", true, ("name", texts.Has(voice.Locale, $"tables.source.{table.Source}") ? texts.Say(voice, $"tables.source.{table.Source}") : table.Source), ("table", table.Name));
        Add("period", readout.Period is not null, ("from", readout.Period?.From), ("to", readout.Period?.To), ("days", readout.Period?.Days), ("partial", readout.Period?.PartialDays.Count));
        Add("rows", true, ("read", table.RowCount), ("dropped", table.Dropped.Count), ("refused", table.RefusedCount));
        Add("refused", table.RefusedCount > 0, ("line", table.Refused.FirstOrDefault()?.Line), ("column", table.Refused.FirstOrDefault()?.Detail), ("more", table.RefusedCount - 1));
        Add("currency", table.Currency is not null || table.Currencies.Count > 1, ("currency", table.Currency ?? string.Join(", ", table.Currencies)), ("several", table.Currencies.Count > 1));
        Add("personal", table.PersonalColumns.Count > 0, ("columns", string.Join(", ", table.PersonalColumns)));
        Add("ignored", table.IgnoredColumns.Count > 0, ("columns", string.Join(", ", table.IgnoredColumns.Take(6))), ("more", Math.Max(0, table.IgnoredColumns.Count - 6)));
        return new FactsPart(facts);
    }

    public TablePart Totals(Readout readout, Voice voice) => new(
        null,
        [texts.Say(voice, "readouts.totals.metric"), texts.Say(voice, "readouts.totals.total")],
        [false, true],
        [.. readout.Metrics.Select(m => (IReadOnlyList<string>)[_words.NameOf(m.Id, voice), Written(m, readout.Table.Currency, voice)])]);

    /// <summary>Title in bold, then what, why and what to check.</summary>
    public TextPart Finding(Readout readout, Finding finding, Voice voice) => new(
        $"**{_words.Title(readout, finding, voice)}**\n{_words.What(readout, finding, voice)} {_words.Why(readout, finding, voice)}\n{_words.Check(readout, finding, voice)}");

    public TextPart Decidable(Readout readout, Voice voice) => new(_words.Decide(readout, voice));

    /// <summary>Everything, as the command line prints it.</summary>
    public Message Whole(Readout readout, Voice voice) => new(
        [Echo(readout, voice), Totals(readout, voice), .. readout.Findings.Select(f => Finding(readout, f, voice)), Decidable(readout, voice)],
        voice.Locale);

    private string Written(MetricTotal metric, string? currency, Voice voice)
    {
        var write = NumberWriter.For(voice.Locale);
        return metric.Total is not { } total
            ? texts.Say(voice, metric.Kind == KpiKind.NonAdditive ? "readouts.totals.not-summed" : "readouts.totals.none")
            : metric.Unit switch
            {
                KpiUnit.Money => write.Money(total, currency),
                KpiUnit.Percent => write.Percent(total),
                KpiUnit.Count or KpiUnit.People => write.Count(total),
                _ => write.Number(total),
            };
    }
}
