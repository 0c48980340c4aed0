using System.Text.RegularExpressions;
using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>A driver or a mix shift as a drawing order: the level before, each part's effect, the level after.</summary>
internal sealed partial class ReadoutWaterfall(Texts texts)
{
    private readonly CauseWords _words = new(texts);

    /// <returns>Null for a finding that takes nothing apart.</returns>
    public WaterfallChart? Of(Readout readout, Finding finding, Voice voice)
    {
        if (!CauseWords.IsCause(finding) || finding.Metric is not { } metric)
        {
            return null;
        }

        var values = new Dictionary<string, object?>(finding.Evidence)
        {
            ["metric"] = FindingText.NameIn(texts, metric, voice),
            ["unit"] = readout.UnitOf(metric)?.ToString().ToLowerInvariant(),
            ["currency"] = readout.Table.Currency,
            ["grain"] = readout.Table.Grain.ToString().ToLowerInvariant(),
            ["segment"] = finding.Segment,
            ["from"] = finding.From,
            ["to"] = finding.To,
        };
        _words.AddTo(values, readout, finding.Evidence, voice);
        string Say(string key) => FindingText.OneStop(texts.Say(voice, "readouts.waterfall." + key, values));
        var parts = finding.Code == "driver"
            ? CauseWords.Factors(finding.Evidence).Select(f => new WaterfallBar(Short(FindingText.NameIn(texts, f, voice)), finding.Number("effect_" + f)))
            : [new WaterfallBar(Say("mix"), finding.Number("mix")), new WaterfallBar(Say("rate"), finding.Number("rate"))];
        var unit = readout.UnitOf(metric);
        return new WaterfallChart(Say("title"), Say(finding.Code == "driver" ? "alt-driver" : "alt-mix"), Unit(unit), unit == KpiUnit.Money ? readout.Table.Currency : null,
            [new WaterfallBar(Say("before"), finding.Number("before"), IsLevel: true), .. parts, new WaterfallBar(Say("after"), finding.Number("after"), IsLevel: true)])
        {
            Heads = new WaterfallHeads(Say("part"), Say("value")),
        };
    }

    /// <summary>"CPM" of "Coût pour mille (CPM)": a bar is narrow.</summary>
    private static string Short(string name) => Abbreviation().Match(name) is { Success: true } match ? match.Groups[1].Value : name;

    [GeneratedRegex(@"\(([A-Z]{2,5})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    private static ChartUnit Unit(KpiUnit? unit) => unit switch
    {
        KpiUnit.Money => ChartUnit.Money,
        KpiUnit.Percent => ChartUnit.Percent,
        KpiUnit.Count or KpiUnit.People => ChartUnit.Count,
        _ => ChartUnit.Ratio,
    };
}
