using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MentorBot.Campaigns;
using MentorBot.Channels.Terminal;
using MentorBot.Charts;
using MentorBot.Readouts;

namespace MentorBot.Hosting.Commands;

/// <summary>Challenges a running campaign from its export, without any service: no configuration, roster or database.</summary>
internal static class CampaignCommand
{
    public static Command Create()
    {
        var export = new ExportOptions("what the campaigns cost against the break-even");
        var breakEven = Number("--break-even-cpa", "What one conversion may cost at most, for example 40.", v => v > 0 ? null : "is above 0");
        var margin = Number("--margin", "What is left of one unit of sales after the costs of the sale: 0.4 for 40 %.", v => v is > 0 and <= 1 ? null : "is a share above 0 and at most 1: 0.4 for 40 %");
        var orderValue = Number("--order-value", "Value of one sale, for a margin where the file has no sales value.", v => v > 0 ? null : "is above 0");
        var analytics = Number("--analytics", "Conversions of the same period as analytics or the CRM counted them.", v => v > 0 ? null : "is above 0");
        var read = new Command("read", "Challenge a running campaign: does it pay, is that sure, what to do now.") { breakEven, margin, orderValue, analytics };
        export.AddTo(read);
        read.Validators.Add(result =>
        {
            if (result.GetResult(breakEven) is not null && result.GetResult(margin) is not null)
            {
                result.AddError("Give --break-even-cpa or --margin, not both: each makes a break-even, and they may differ.");
            }
        });
        read.SetAction(parsed => Run(export.Of(parsed), new CampaignOptions(DateOnly.MinValue) { BreakEvenCpa = parsed.GetValue(breakEven), Margin = parsed.GetValue(margin), OrderValue = parsed.GetValue(orderValue), AnalyticsConversions = parsed.GetValue(analytics) }));
        return new Command("campaign", "Paid campaigns.") { read };
    }

    private static int Run(ExportRequest request, CampaignOptions given)
    {
        var (texts, voice) = (request.Texts, request.Voice);
        var table = request.Table();
        var options = given with { Today = request.Options.Today, Compare = request.Compare, Country = request.Country };
        var result = CampaignReading.Of(table, options);
        request.RequireTotals(result.Reading?.Readout ?? ReadTable.Read(table, options.ForReadout));
        if (result.Reading is not { } reading)
        {
            throw new StartRefused(texts.Say(voice, result.Refusal!));
        }

        if (request.Chart is { } chart && new CampaignCharts(texts).Costs(reading, voice) is { } drawing)
        {
            File.WriteAllBytes(chart, IntervalImage.Png(drawing, voice.Locale));
        }

        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (request.Json)
        {
            Console.Out.WriteLine(new CampaignJson(texts).Write(reading, voice));
        }
        else
        {
            TerminalWriter.WritePlain(Console.Out, new CampaignReport(texts).Whole(reading, voice));
        }

        return CommandLine.Fine;
    }

    /// <summary>Read in the invariant culture, whatever the machine's.</summary>
    private static Option<double?> Number(string name, string description, Func<double, string?> refusal) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                result.AddError($"{name} takes a number with a point, such as 0.4; '{text}' is none.");
                return null;
            }

            if (refusal(value) is { } why)
            {
                result.AddError($"{name} {why}; '{text}' is not.");
            }

            return value;
        },
    };
}
