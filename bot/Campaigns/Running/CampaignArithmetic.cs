using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>"Why?": the lines by which a campaign's figures were computed, with this file's numbers in them.</summary>
internal sealed class CampaignArithmetic(Texts texts)
{
    /// <summary>The cost per conversion, its range, the break-even, and what would settle it.</summary>
    public IReadOnlyList<string> OfTotal(CampaignReading reading, Voice voice)
    {
        var cost = reading.Mature;
        var wide = cost.WithDispersion(reading.Dispersion);
        var (counts, settling) = (Statistics.PoissonCounts.Range(cost.Conversions / reading.Dispersion), Settling.Of(reading));
        var values = new Dictionary<string, object?>
        {
            ["currency"] = reading.Currency,
            ["spend"] = cost.Spend,
            ["n"] = cost.Conversions,
            ["cpa"] = cost.Cpa,
            ["countLow"] = counts.Low * reading.Dispersion,
            ["countHigh"] = counts.High * reading.Dispersion,
            ["low"] = wide.CpaRange.Low,
            ["high"] = wide.CpaRange.High,
            ["dispersion"] = reading.Dispersion,
            ["uneven"] = reading.Dispersion > 1,
            ["roas"] = wide.Roas,
            ["roasLow"] = wide.RoasRange?.Low,
            ["roasHigh"] = wide.RoasRange?.High,
            ["value"] = cost.Value,
            ["variation"] = cost.Variation,
            ["uneven_values"] = cost.Variation > OrderValues.Assumed,
            ["margin"] = reading.Options.Margin,
            ["breakEvenCpa"] = reading.BreakEven?.Cpa,
            ["breakEvenRoas"] = reading.BreakEven?.Roas,
            ["each"] = cost.Value is { } v && cost.Conversions > 0 ? v / cost.Conversions : reading.Options.OrderValue,
            ["needed"] = settling.Needed,
            ["missing"] = settling.Missing,
            ["days"] = settling.Days,
            ["pace"] = reading.ConversionsPerDay,
            ["late"] = !ReferenceEquals(cost, reading.Total),
            ["bounded"] = double.IsFinite(wide.CpaRange.High),
            ["hasDays"] = settling.Days is not null,
        };
        bool open = reading.Standing == Standing.Open && cost.Conversions > 0 && settling.Needed is not null;
        return Say(voice, values,
        [
            cost.Conversions > 0 ? "cpa" : "no-sale", cost.Conversions > 0 ? "cpa-range" : null, wide.Roas is not null ? "roas" : null, reading.BreakEven is { Source: BreakEvenSource.Margin, Cpa: not null } ? "break-even-margin" : null,
            reading.BreakEven is { Source: BreakEvenSource.Margin, Roas: not null } ? "break-even-return" : null, open ? "settle" : null,
        ]);
    }

    /// <returns>Empty for a finding that rests on no computation of its own.</returns>
    public IReadOnlyList<string> OfFinding(CampaignReading reading, Finding finding, Voice voice)
    {
        var values = new Dictionary<string, object?>(CampaignText.Values(reading, finding.Evidence)) { ["campaign"] = finding.Segment };
        var loseByReturn = Equals(finding.Evidence.GetValueOrDefault("byReturn"), true);
        return finding.Code switch
        {
            "profitable" or "losing" or "undecided" or "no-break-even" or "too-few-conversions" => OfTotal(reading, voice),
            "losing-campaign" => Say(voice, values, ["cpa", loseByReturn ? null : "chance"]),
            "spend-without-sale" when Equals(finding.Evidence["known"], true) => Say(voice, values, ["zero-chance"]),
            "nothing-counted" when Equals(finding.Evidence["known"], true) => Say(voice, values, ["zero-chance"]),
            "campaign-differs" => Say(voice, values, ["differs"]),
            "winners-curse" => Say(voice, values, ["shrunk"]),
            "saturated" or "marginal-room" => Say(voice, values, [Equals(finding.Evidence["none"], true) ? "marginal-none" : "marginal"]),
            "campaign-saturated" or "campaign-marginal" => Say(voice, values, [Equals(finding.Evidence["none"], true) ? "marginal-none" : "marginal"]),
            "lift-known" => Say(voice, values, ["lift", finding.Evidence["each"] is double ? "lift-each" : null]),
            "platform-gap" => Say(voice, values, ["gap"]),
            "harvested-demand" when finding.Evidence["restCpa"] is double => Say(voice, values, ["rest"]),
            "uneven-days" => Say(voice, values, ["uneven"]),
            "fatigue" or "clicks-fade" => Say(voice, values, ["trend"]),
            _ => [],
        };
    }

    private IReadOnlyList<string> Say(Voice voice, IReadOnlyDictionary<string, object?> values, IEnumerable<string?> keys) =>
        [.. keys.OfType<string>().Select(key => FindingText.OneStop(texts.Say(voice, "campaigns.arithmetic." + key, values)))];
}
