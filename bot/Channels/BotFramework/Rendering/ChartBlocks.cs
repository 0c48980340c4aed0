using System.Text.Json.Nodes;
using MentorBot.Charts;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// Charts: Teams' own line chart where it tells all that the data say, with the picture as its fallback; else the picture; else its words.
/// No client tells its theme, so pictures are the light ones on their own opaque ground, which reads on a dark card too; Teams' own charts follow the theme by themselves.
/// Source: facts/bot-framework.md 5.1 (charts, images).
/// </summary>
internal sealed class ChartBlocks(Texts texts)
{
    /// <summary>Characters of one picture in a card at most; Teams does not count pictures, the service before it does.</summary>
    private const int LargestPicture = 60_000;

    /// <summary>Longer words are better read than heard.</summary>
    private const int LongestAltText = 1500;

    /// <summary>Beyond this the native chart's data would fill the card.</summary>
    private const int MostPoints = 100;

    /// <returns>Null when the part is no chart.</returns>
    public CardBlock? Of(MessagePart part, string locale)
    {
        if (part is not (ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart))
        {
            return null;
        }

        var alt = part.ToPlainText();
        if (alt.Length > LongestAltText || alt.Length == 0 || Picture(part, locale) is not { } picture)
        {
            return TextBlocks.Plain(alt);
        }

        var image = new JsonObject { ["type"] = "Image", ["url"] = picture, ["altText"] = alt, ["size"] = "Stretch" };
        var native = part is ChartPart { Chart: var line } && TellsAll(line) ? Native(line, locale, image) : null;
        return CardBlock.Whole(native ?? image, alt, picture.Length) with { Wide = true };
    }

    /// <summary>As a page shows it, or as a phone does when that is too large.</summary>
    private static string? Picture(MessagePart part, string locale)
    {
        foreach (var phone in (ReadOnlySpan<bool>)[false, true])
        {
            var url = ChartPicture.Png(part, locale, phone, dark: false) is { } png ? "data:image/png;base64," + Convert.ToBase64String(PalettePng.Of(png)) : null;
            if (url is { Length: <= LargestPicture })
            {
                return url;
            }
        }

        return null;
    }

    /// <summary>Teams' line chart knows no gap, no flagged or incomplete day, no note and no axis that multiplies.</summary>
    private static bool TellsAll(LineChart chart) =>
        chart is { Dots: false, Log: false, Notes.Count: 0, Legend: not null, Points.Count: >= 2 and <= MostPoints } &&
        chart.Points.All(p => p is { Value: not null, Flagged: false, Partial: false } && double.IsFinite(p.Value.Value)) &&
        (chart.Points.All(p => p is { Low: not null, High: not null }) || chart.Points.All(p => p is { Low: null, High: null }));

    private JsonObject Native(LineChart chart, string locale, JsonObject picture)
    {
        var voice = new Voice(locale, AddressForm.Vous);
        var legend = chart.Legend!;
        var lines = new List<JsonObject> { Line(legend.Value, "categoricalBlue", p => p.Value) };
        if (chart.Points[0].Low is not null)
        {
            lines.Add(Line(texts.Say(voice, "teams.band.low", ("band", legend.Band)), "neutral", p => p.Low));
            lines.Add(Line(texts.Say(voice, "teams.band.high", ("band", legend.Band)), "neutral", p => p.High));
        }

        if (legend.Expected is { } expected && chart.Points.All(p => p.Expected is not null))
        {
            lines.Add(Line(expected, "categoricalTeal", p => p.Expected));
        }

        return new JsonObject
        {
            ["type"] = "Chart.Line",
            ["title"] = chart.Title,
            ["yAxisTitle"] = chart.Unit switch
            {
                ChartUnit.Money => chart.Currency ?? legend.Value,
                ChartUnit.Percent or ChartUnit.Change or ChartUnit.Points => "%",
                ChartUnit.Seconds => "s",
                _ => legend.Value,
            },
            ["data"] = CardJson.Array(lines),
            ["fallback"] = picture,
        };

        JsonObject Line(string name, string colour, Func<ChartPoint, double?> of) => new()
        {
            ["legend"] = name,
            ["color"] = colour,
            ["values"] = CardJson.Array(chart.Points.Select(p => new JsonObject { ["x"] = p.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["y"] = Rounded(of(p)!.Value) })),
        };

        double Rounded(double value) => chart.Unit is ChartUnit.Percent or ChartUnit.Change or ChartUnit.Points ? Math.Round(value * 100, 2) : Math.Round(value, Math.Abs(value) >= 1000 ? 0 : 2);
    }
}
