using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>Audiences that tire.</summary>
internal static class AudienceFindings
{
    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        foreach (var trend in reading.Audience.Where(t => t.Fatigued).Take(MostPerCode))
        {
            yield return New(reading, "fatigue", Severity.Warning, reading.Campaigns.FirstOrDefault(l => l.Name == trend.Campaign),
                ("frequencyFrom", trend.Frequency!.From), ("frequencyTo", trend.Frequency.To), ("ctrFrom", trend.Ctr!.From), ("ctrTo", trend.Ctr.To), ("ctrChange", trend.Ctr.Change), ("cpmFrom", trend.Cpm!.From), ("cpmTo", trend.Cpm.To),
                ("weeks", trend.Weeks), ("p", Math.Max(trend.Frequency.P, trend.Ctr.P)), ("n", trend.Weeks), ("spendShare", trend.SpendShare));
        }

        foreach (var trend in reading.Audience.Where(t => t is { Fatigued: false, CtrFalls: true }).Take(MostPerCode))
        {
            yield return New(reading, "clicks-fade", Severity.Info, reading.Campaigns.FirstOrDefault(l => l.Name == trend.Campaign),
                ("ctrFrom", trend.Ctr!.From), ("ctrTo", trend.Ctr.To), ("ctrChange", trend.Ctr.Change), ("weeks", trend.Weeks), ("n", trend.Weeks), ("p", trend.Ctr.P), ("frequencyKnown", trend.Frequency is not null), ("cpmChange", trend.Cpm?.Change), ("spendShare", trend.SpendShare));
        }
    }
}
