using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MentorBot.Channels.Terminal;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Hosting.Commands;

/// <summary>Plans and reads an offer test without any service: no configuration, roster or database.</summary>
internal static class OfferCommand
{
    public static Command Create() => new("offer", "Size a test of an offer, or read one.") { Plan(), Read() };

    private static Command Plan()
    {
        var baseline = Number("--baseline", "Conversion rate of today's offer, a fraction such as 0.03.");
        var mean = Number("--mean", "Instead of a rate: today's average per person (revenue per visitor, basket, minutes), with --deviation.");
        var deviation = Number("--deviation", "How much that average differs between people: its standard deviation, those with nothing included.");
        var lift = Number("--lift", "Smallest relative effect worth acting on, such as 0.2; may be negative.");
        var to = Number("--to", "The target rate instead of a lift, such as 0.036.");
        var power = Number("--power", "Chance to see the effect if it is real; 0.8 when left out.");
        var alpha = Number("--alpha", "Chance to see an effect that is not there; 0.05 when left out.");
        var daily = Number("--daily", "People per day who could enter the test.");
        var arms = Whole("--arms", "Arms with today's offer; 2 when left out.");
        var share = Number("--share", "Part of the traffic that enters the test; 1 when left out.");
        var split = new Option<string?>("--split") { Description = "Planned split, today's offer first, such as 90:10; equal when left out." };
        var (locale, json) = (Locale(), Json());
        var command = new Command("plan", "Size a test: people per arm, days, full weeks, what it can and cannot see.") { baseline, mean, deviation, lift, to, power, alpha, daily, arms, share, split, locale, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(baseline) is null && result.GetResult(mean) is null && result.GetResult(deviation) is null)
            {
                result.AddError("Option '--baseline' is required, or '--mean' with '--deviation'.");
            }
        });
        command.SetAction(parsed =>
        {
            var (texts, voice) = Words(parsed.GetValue(locale));
            var (input, refusal) = OfferPlanInput.Of(parsed.GetValue(baseline), parsed.GetValue(mean), parsed.GetValue(deviation), parsed.GetValue(lift), parsed.GetValue(to));
            if (input is null)
            {
                throw Refused(texts, voice, refusal);
            }

            input = input with
            {
                Power = parsed.GetValue(power) ?? OfferPlanInput.UsualPower,
                Alpha = parsed.GetValue(alpha) ?? OfferPlanInput.UsualAlpha,
                Daily = parsed.GetValue(daily),
                Share = parsed.GetValue(share) ?? 1,
            };
            var (divided, wrong) = input.Divided(Split(parsed.GetValue(split), texts, voice), parsed.GetValue(arms));
            input = divided ?? throw Refused(texts, voice, wrong);
            var (plan, refused) = OfferPlan.Of(input);
            return plan is null ? throw Refused(texts, voice, refused) : Print(parsed.GetValue(json), () => new OfferJson(texts).Write(plan, voice), () => new PlanReport(texts).Whole(plan, voice));
        });
        return command;
    }

    private static Command Read()
    {
        var a = new Option<string>("--a") { Description = "Today's offer: people:conversions, such as 5200:156; for an average per person people:mean:deviation, such as 5200:4.2:18.", Required = true };
        var b = new Option<string>("--b") { Description = "The new offer, in the same way.", Required = true };
        var split = new Option<string?>("--split") { Description = "Planned split; 50:50 when left out." };
        var looks = Whole("--looks", "How many times the result was looked at, this time included; 1 when left out.");
        var (locale, json) = (Locale(), Json());
        var command = new Command("read", "Read a test: is it valid, what is the difference, what can be decided now.") { a, b, split, looks, locale, json };
        command.SetAction(parsed =>
        {
            var (texts, voice) = Words(parsed.GetValue(locale));
            double[] Counts(Option<string> option) => Parts(parsed.GetValue(option)!) is { Length: 2 or 3 } counts ? counts : throw Refused(texts, voice, Refusal.Of("offers.refused.arm-form", ("text", parsed.GetValue(option))));
            var (countsA, countsB) = (Counts(a), Counts(b));
            var weights = Split(parsed.GetValue(split), texts, voice);
            var options = new OfferReadingOptions { Weights = weights, Looks = parsed.GetValue(looks) ?? 1 };
            if (countsA.Length != countsB.Length)
            {
                throw Refused(texts, voice, Refusal.Of("offers.mean.refused.mixed-arms"));
            }

            if (countsA.Length == 3)
            {
                var means = MeanData.Of(("A", new MeanArm(countsA[0], countsA[1], countsA[2])), ("B", new MeanArm(countsB[0], countsB[1], countsB[2])));
                var (averages, unread) = MeanReading.Of(means, options);
                return averages is null ? throw Refused(texts, voice, unread) : Print(parsed.GetValue(json), () => new MeanJson(texts).Write(averages, voice), () => new MeanReport(texts).Whole(averages, voice));
            }

            var data = OfferData.Of(("A", new Arm(countsA[1], countsA[0])), ("B", new Arm(countsB[1], countsB[0])));
            var (reading, refused) = OfferReading.Of(data, options);
            return reading is null ? throw Refused(texts, voice, refused) : Print(parsed.GetValue(json), () => new OfferJson(texts).Write(reading, voice), () => new OfferReport(texts).Whole(reading, voice));
        });
        return command;
    }

    private static int Print(bool json, Func<string> node, Func<Message> report)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (json)
        {
            Console.Out.WriteLine(node());
        }
        else
        {
            TerminalWriter.WritePlain(Console.Out, report());
        }

        return CommandLine.Fine;
    }

    private static double[]? Split(string? planned, Texts texts, Voice voice) =>
        planned is null ? null : Parts(planned) ?? throw Refused(texts, voice, Refusal.Of("offers.refused.split-form", ("text", planned)));

    private static StartRefused Refused(Texts texts, Voice voice, Refusal? refusal) => new(texts.Say(voice, refusal!));

    private static (Texts Texts, Voice Voice) Words(string? locale) =>
        (Texts.Load(PromptsFolder.BesideTheBinary.Path), new Voice(locale ?? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French ? Locales.French : Locales.English), AddressForm.Vous));

    /// <returns>Null when a part is no number.</returns>
    private static double[]? Parts(string text)
    {
        var parts = text.Split(':');
        var numbers = parts.Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : (double?)null).ToList();
        return numbers.TrueForAll(n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    private static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result, name, double.TryParse(Only(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var n), n),
    };

    private static Option<int?> Whole(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result, name, int.TryParse(Only(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n), n),
    };

    private static T? Parse<T>(ArgumentResult result, string name, bool read, T value)
        where T : struct
    {
        if (read)
        {
            return value;
        }

        result.AddError($"'{Only(result)}' is no number for {name}: write it with a point, such as 0.03 or 2400.");
        return null;
    }

    private static string Only(ArgumentResult result) => result.Tokens is [var token] ? token.Value : "";

    private static Option<string?> Locale()
    {
        var option = new Option<string?>("--locale") { Description = "Language of the words." };
        option.AcceptOnlyFromAmong("fr", "en");
        return option;
    }

    private static Option<bool> Json() => new("--json") { Description = "Print one JSON object and nothing else." };
}
