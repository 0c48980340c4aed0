using System.Text.RegularExpressions;

namespace MentorBot.Pages;

/// <summary>French puts a space before its tall signs and inside its quotes; it must not break there. Writers type a plain one.</summary>
internal static partial class FrenchSpaces
{
    public static string Set(string text) => AfterOpening().Replace(BeforeSign().Replace(text, "\u00A0"), "\u00A0");

    [GeneratedRegex(" (?=[:;?!»%€])")]
    private static partial Regex BeforeSign();

    [GeneratedRegex("(?<=«) ")]
    private static partial Regex AfterOpening();
}
