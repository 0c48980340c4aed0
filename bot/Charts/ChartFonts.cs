using SkiaSharp;

namespace MentorBot.Charts;

/// <summary>A sans serif that this machine has. ScottPlot's own default falls on a serif on a bare Linux.</summary>
internal static class ChartFonts
{
    private static readonly string[] Wanted = ["Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Arial"];

    private static readonly Lazy<string> Found = new(Find);

    public static string Sans => Found.Value;

    /// <returns>Any family at all where none of the wanted ones is installed; a name that matches nothing still draws, without glyphs.</returns>
    private static string Find()
    {
        var installed = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Wanted.FirstOrDefault(installed.Contains) ?? installed.FirstOrDefault(f => f.Contains("Sans", StringComparison.OrdinalIgnoreCase)) ?? installed.FirstOrDefault() ?? Wanted[^1];
    }
}
