namespace MentorBot.Tests.Builders.Exports;

/// <summary>The files of prompts/examples, as the generator writes them.</summary>
internal static class ShippedExamples
{
    private static readonly DateOnly From = new(2026, 9, 7);

    /// <summary>Google: the conversion rate of all but the brand campaign falls on 5 October. Meta: the pixel is silent on 22 and 23 September. GA4: paid traffic falls on 5 October; its last day is partial.</summary>
    public static IReadOnlyDictionary<string, byte[]> All()
    {
        var drop = new DateOnly(2026, 10, 5);
        var google = Story.Days(new StoryLine(RateDropsOn: drop), 20260907, From, 56);
        var meta = Story.Days(new StoryLine(BrokenDays: [new(2026, 9, 22), new(2026, 9, 23)]), 20260922, From, 42);
        var ga4 = new StoryLine(RateDropsOn: drop, PartialLastDay: true);
        return new Dictionary<string, byte[]>
        {
            ["google-ads.fr.csv"] = GoogleAdsExport.Write(google, french: true),
            ["google-ads.en.csv"] = GoogleAdsExport.Write(google, french: false, utf16: false),
            ["meta-ads.fr.csv"] = MetaAdsExport.Write(meta, french: true, totalsLast: true),
            ["meta-ads.en.csv"] = MetaAdsExport.Write(meta, french: false, totalsFirst: true),
            ["ga4.fr.csv"] = Ga4Export.Write(ga4, 20261005, From, 49, french: true),
            ["ga4.en.csv"] = Ga4Export.Write(ga4, 20261005, From, 49, french: false),
        };
    }
}
