using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>The words that a driver or a mix shift needs beyond its numbers: the parts of a chain in one phrase, the name of a key.</summary>
internal sealed class CauseWords(Texts texts)
{
    public static bool IsCause(Finding finding) => finding.Code is "driver" or "mix-shift";

    /// <summary>The cause that goes with what a reading says first: of the same metric, else of the one the reading is about; null when nothing moved or nothing takes it apart.</summary>
    public static Finding? Behind(Readout readout, Finding? first)
    {
        if (first is null || IsCause(first) || first.Code is not ("real-change" or "within-noise"))
        {
            return first is not null && IsCause(first) ? first : null;
        }

        var causes = readout.Findings.Where(IsCause).ToArray();
        return Array.Find(causes, c => c.Metric == first.Metric) ?? Array.Find(causes, c => c.Metric == readout.MainMetric);
    }

    /// <summary>Ids of the factors of a driver, in the chain's order.</summary>
    public static string[] Factors(IReadOnlyDictionary<string, object?> evidence) =>
        evidence.TryGetValue("factors", out var list) && list is string ids ? ids.Split(", ", StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Adds names to the values of a sentence; does nothing for other findings.</summary>
    public void AddTo(Dictionary<string, object?> values, Readout readout, IReadOnlyDictionary<string, object?> evidence, Voice voice)
    {
        if (evidence.TryGetValue("key", out var key) && key is string k)
        {
            values["keyName"] = texts.Say(voice, $"readouts.key.{k}.one");
            values["keyMany"] = texts.Say(voice, $"readouts.key.{k}.many");
        }

        foreach (var name in new[] { "largest", "weight", "nOf" })
        {
            if (evidence.TryGetValue(name, out var id) && id is string metric)
            {
                values[name + "Id"] = metric;
                values[name] = FindingText.NameIn(texts, metric, voice);
            }
        }

        if (Factors(evidence) is { Length: > 0 } factors)
        {
            values["factors"] = string.Join(", ", factors.Select(f => texts.Say(voice, "readouts.cause.factor", Factor(readout, evidence, f, values, voice))));
        }
    }

    /// <summary>One factor of a driver: its name, levels and effect, with the outcome's unit for the effect and its own for the levels.</summary>
    public Dictionary<string, object?> Factor(Readout readout, IReadOnlyDictionary<string, object?> evidence, string id, IReadOnlyDictionary<string, object?> outcome, Voice voice) => new()
    {
        ["name"] = FindingText.NameIn(texts, id, voice),
        ["before"] = evidence["before_" + id],
        ["after"] = evidence["after_" + id],
        ["own"] = readout.UnitOf(id)?.ToString().ToLowerInvariant(),
        ["effect"] = evidence["effect_" + id],
        ["share"] = evidence["share_" + id],
        ["divides"] = evidence["divides_" + id],
        ["logMean"] = evidence["logMean"],
        ["unit"] = outcome["unit"],
        ["currency"] = outcome["currency"],
    };
}
