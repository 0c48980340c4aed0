namespace MentorBot.Pages;

/// <summary>How large a chart is on a page, in CSS pixels.</summary>
internal static class ChartSize
{
    public const int Width = 680;
    public const int Height = 340;
}
