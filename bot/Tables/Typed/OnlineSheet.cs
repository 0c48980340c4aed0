using System.Text.RegularExpressions;

namespace MentorBot.Tables;

/// <summary>A link to a sheet that lives online and that we cannot open.</summary>
internal static partial class OnlineSheet
{
    private const int LongestText = 2000;

    public static bool IsLink(string text) => text.Length <= LongestText && Link().IsMatch(text);

    [GeneratedRegex(@"https?://(docs\.google\.com/spreadsheets|drive\.google\.com|sheets\.google|lookerstudio\.google\.com|datastudio\.google\.com|1drv\.ms|onedrive\.live\.com|[\w-]+\.sharepoint\.com|(www\.)?dropbox\.com|airtable\.com|(www\.)?notion\.so|excel\.office\.com|[\w-]+\.officeapps\.live\.com)\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
