using SkiaSharp;

namespace MentorBot.Tests.Charts;

internal static class ChartPixels
{
    /// <summary>CHART_FOLDER keeps the pictures for somebody who wants to look at them.</summary>
    public static SKBitmap Of(byte[] png, string name)
    {
        if (Environment.GetEnvironmentVariable("CHART_FOLDER") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), png);
        }

        return SKBitmap.Decode(png);
    }
}
