using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MentorBot.Campaigns;
using MentorBot.Channels.Terminal;
using MentorBot.Charts;
using MentorBot.Readouts;
using MentorBot.Statistics;

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
        var worth = new Option<string?>("--worth") { Description = "What one sale leaves, in words: \"basket €60, margin 45 %\" or \"subscription €12/month, margin 80 %, churn 4 %\". A subscription is taken over its lifetime." };
        var heldOut = Arm("--lift-held-out", "A finished lift test: people held out at random and their sales, 30000:420.");
        var exposed = Arm("--lift-exposed", "The people who could see the campaign and their sales, 90000:1530.");
        var liftSpend = Number("--lift-spend", "Spent on the exposed people during that test; the file's spend unless said.", v => v > 0 ? null : "is above 0");
        var read = new Command("read", "Challenge a running campaign: does it pay, is that sure, what to do now.") { breakEven, margin, orderValue, analytics, worth, heldOut, exposed, liftSpend };
        export.AddTo(read);
        read.Validators.Add(result =>
        {
            if (new Option[] { breakEven, margin, worth }.Count(o => result.GetResult(o) is not null) > 1)
            {
                result.AddError("Give one of --break-even-cpa, --margin and --worth: each makes a break-even, and they may differ.");
            }

            if (result.GetResult(heldOut) is null != result.GetResult(exposed) is null)
            {
                result.AddError("A lift test has two arms: give --lift-held-out and --lift-exposed.");
            }
        });
        read.SetAction(parsed => Run(export.Of(parsed), parsed.GetValue(worth), new CampaignOptions(DateOnly.MinValue)
        {
            BreakEvenCpa = parsed.GetValue(breakEven),
            Margin = parsed.GetValue(margin),
            OrderValue = parsed.GetValue(orderValue),
            AnalyticsConversions = parsed.GetValue(analytics),
            Lift = parsed.GetValue(heldOut) is { } left && parsed.GetValue(exposed) is { } shown ? (left, shown) : null,
            LiftSpend = parsed.GetValue(liftSpend),
        }));
        return new Command("campaign", "Paid campaigns.") { read };
    }

    private static int Run(ExportRequest request, string? worth, CampaignOptions given)
    {
        var (texts, voice) = (request.Texts, request.Voice);
        if (worth is not null)
        {
            given = given with { BreakEvenCpa = SaleWorth.Read(worth, voice.Locale)?.BreakEven is > 0 and var each ? each : throw new StartRefused(texts.Say(voice, "campaigns.worth.unread", ("said", worth))) };
        }

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

    /// <summary>People and their sales, "n:x".</summary>
    private static Option<Arm?> Arm(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var parts = result.Tokens[0].Value.Split(':');
            if (parts.Length != 2 || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var people) || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var sales)
                || !(people is > 0 and < double.PositiveInfinity) || !(sales >= 0 && sales <= people))
            {
                result.AddError($"{name} takes people and their sales, such as 30000:420; '{result.Tokens[0].Value}' is none.");
                return null;
            }

            return new Arm(sales, people);
        },
    };

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
