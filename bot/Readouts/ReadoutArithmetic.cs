using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>"Show the arithmetic": the lines by which a total or a finding's numbers were computed.</summary>
internal sealed class ReadoutArithmetic(Texts texts)
{
    private readonly FindingText _words = new(texts);
    private readonly CauseWords _causes = new(texts);

    /// <returns>Empty when the reading has no such metric.</returns>
    public IReadOnlyList<string> OfTotal(Readout readout, string metric, Voice voice)
    {
        if (readout.Metrics.FirstOrDefault(m => m.Id == metric) is not { } total || readout.Table.Metric(metric) is not { } column)
        {
            return [];
        }

        var values = Values(readout, metric, voice);
        values["rows"] = total.Rows;
        values["total"] = total.Total;
        if (total.Total is null)
        {
            return [texts.Say(voice, "readouts.arithmetic.no-total", values)];
        }

        if (total.Kind != KpiKind.Ratio)
        {
            return [texts.Say(voice, "readouts.arithmetic.sum", values)];
        }

        var (top, bottom) = (column.Kpi.Numerator, column.Kpi.Denominator);
        values["denominator"] = bottom is null ? "" : _words.NameOf(bottom, voice);
        if (top is null || readout.UnitOf(top) is null)
        {
            return [texts.Say(voice, "readouts.arithmetic.weighted", values)];
        }

        values["numerator"] = _words.NameOf(top, voice);
        values["scale"] = column.Kpi.Scale == 1 ? null : column.Kpi.Scale;
        (values["top"], values["topUnit"]) = (total.Numerator, Unit(readout, top));
        (values["bottom"], values["bottomUnit"]) = (total.Denominator, Unit(readout, bottom));
        return [texts.Say(voice, "readouts.arithmetic.ratio", values), texts.Say(voice, "readouts.arithmetic.ratio-note", values)];
    }

    /// <returns>Empty for a finding that rests on no computation.</returns>
    public IReadOnlyList<string> OfFinding(Readout readout, Finding finding, Voice voice)
    {
        var values = Values(readout, finding.Metric, voice);
        foreach (var (name, value) in finding.Evidence)
        {
            values[name] = value;
        }

        _causes.AddTo(values, readout, finding.Evidence, voice);
        values["segment"] = finding.Segment;
        return
        [
            .. Lines(finding).Select(line => texts.Say(voice, "readouts.arithmetic." + line, values)),
            .. CauseWords.Factors(finding.Evidence).Select(f => texts.Say(voice, "readouts.arithmetic.driver-factor", _causes.Factor(readout, finding.Evidence, f, values, voice))),
            .. Sums(finding).Select(line => texts.Say(voice, "readouts.arithmetic." + line, values)),
        ];
    }

    /// <summary>How the parts of a cause add up.</summary>
    private static string[] Sums(Finding finding) => finding.Code switch
    {
        "driver" => ["driver-sum"],
        "mix-shift" => ["mix-segment", "mix-sum", "mix-note"],
        _ => [],
    };

    private static IEnumerable<string> Lines(Finding finding)
    {
        bool Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (!double.IsFinite(finding.Number(name)))
                {
                    return false;
                }
            }

            return true;
        }

        if (finding.Code == "small-sample" && Has("n", "low", "high"))
        {
            yield return "count-range";
            if (Has("cost", "costLow", "costHigh"))
            {
                yield return "cost-range";
            }

            yield break;
        }

        if (Equals(finding.Evidence.GetValueOrDefault("basis"), "posts"))
        {
            yield return "post-shift";
            yield return "post-range";
            yield break;
        }

        if (Has("before", "after", "change"))
        {
            yield return "change";
            if (Has("low", "high"))
            {
                yield return "range";
            }
        }

        if (finding.Evidence.ContainsKey("day") && Has("expected", "low", "high"))
        {
            yield return "expected";
            yield return "gap";
        }

        if (Has("stated", "sum"))
        {
            yield return "stated";
        }
    }

    private Dictionary<string, object?> Values(Readout readout, string? metric, Voice voice) => new()
    {
        ["metric"] = metric is null ? "" : _words.NameOf(metric, voice),
        ["unit"] = Unit(readout, metric),
        ["currency"] = readout.Table.Currency,
    };

    private static string? Unit(Readout readout, string? metric) => readout.UnitOf(metric)?.ToString().ToLowerInvariant();
}
