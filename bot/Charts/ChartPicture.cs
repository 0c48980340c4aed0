using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>The picture of a part of a message, as large as a page or a phone shows it.</summary>
internal static class ChartPicture
{
    /// <returns>CSS pixels that the picture takes.</returns>
    public static (int Width, int Height) Size(MessagePart part, string locale, bool phone)
    {
        var (width, height, text) = Fixed(phone);
        return (width, part switch
        {
            IntervalPart { Chart: var chart } => IntervalImage.Height(chart, locale, width, text),
            TornadoPart { Chart: var chart } => TornadoImage.Height(chart, locale, width, text),
            _ => height,
        });
    }

    /// <returns>A PNG; null when the part is no chart.</returns>
    public static byte[]? Png(MessagePart part, string locale, bool phone, bool dark)
    {
        var (width, height, text) = Fixed(phone);
        return part switch
        {
            ChartPart { Chart: var chart } => ChartImage.Png(chart, locale, width, height, dark, text),
            WaterfallPart { Chart: var chart } => WaterfallImage.Png(chart, locale, width, height, dark, text),
            IntervalPart { Chart: var chart } => IntervalImage.Png(chart, locale, width, dark, text),
            CurvePart { Chart: var chart } => CurveImage.Png(chart, locale, width, height, dark, text),
            TornadoPart { Chart: var chart } => TornadoImage.Png(chart, locale, width, dark, text),
            _ => null,
        };
    }

    private static (int Width, int Height, float Text) Fixed(bool phone) => phone ? (340, 280, 11) : (680, 340, 13);
}
