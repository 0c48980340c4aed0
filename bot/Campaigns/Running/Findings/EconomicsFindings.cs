using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>Whether the whole pays, and on how many conversions that rests.</summary>
internal static class EconomicsFindings
{
    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        var settling = Settling.Of(reading);
        (string, object?)[] numbers =
        [
            .. Cost(cost), ("breakEvenCpa", reading.BreakEven?.Cpa), ("breakEvenRoas", reading.BreakEven?.Roas), ("byReturn", cost.JudgedByReturn(reading.BreakEven)),
            ("needed", settling.Needed), ("missing", settling.Missing), ("neededDays", settling.Days), ("never", settling.Needed is null), ("late", !ReferenceEquals(reading.Mature, reading.Total)),
        ];
        if (CountingFindings.CountsNothing(reading))
        {
            yield break;
        }

        if (cost.Conversions < CampaignLines.Fewest)
        {
            var speak = Settling.For(reading, CampaignLines.Fewest);
            yield return New(reading, "too-few-conversions", Severity.Info, null,
                [.. numbers, ("fewest", CampaignLines.Fewest), ("speakMissing", speak.Missing), ("speakDays", speak.Days), ("expected", reading.BreakEven?.Cpa is { } limit ? cost.Spend / limit : null)]);
            if (reading.BreakEven is null)
            {
                yield return New(reading, "no-break-even", Severity.Info, null, numbers);
            }

            yield break;
        }

        var (code, severity) = reading.Standing switch
        {
            Standing.Pays => ("profitable", Severity.Info),
            Standing.Loses => ("losing", Severity.Warning),
            Standing.Open => ("undecided", Severity.Info),
            _ => ("no-break-even", Severity.Info),
        };
        yield return New(reading, code, severity, null, [.. numbers, ("marginOnly", reading.BreakEven is { Cpa: null })]);
    }

    public static IEnumerable<Finding> Uneven(CampaignReading reading)
    {
        if (reading.Uneven && reading.Total.Conversions > 0)
        {
            var (plain, wide) = (reading.Mature.CpaRange, reading.Mature.WithDispersion(reading.Dispersion).CpaRange);
            yield return New(reading, "uneven-days", Severity.Info, null,
                ("dispersion", reading.Dispersion), ("plainLow", plain.Low), ("plainHigh", Finite(plain.High)), ("low", wide.Low), ("high", Finite(wide.High)), ("n", reading.Mature.Conversions), ("bounded", double.IsFinite(wide.High)));
        }
    }
}
