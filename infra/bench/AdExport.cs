using System.Globalization;
using System.Text;

namespace MentorBot.Bench;

/// <summary>An ad platform's export of a year, the same at every run: one row per day and ad, about 100 bytes each, names with commas and quotes where people write them.</summary>
internal static class AdExport
{
    private const int Days = 364;
    private static readonly DateOnly First = new(2025, 9, 1);

    private static readonly string[] Aims = ["Prospecting", "Retargeting", "Brand", "Soldes, été", "Lookalike", "App \"Go\"", "Shopping", "Vidéo"];

    public static void Write(string path, int rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), bufferSize: 1 << 20);
        file.Write("Day,Campaign,Ad set,Ad,Impressions,Clicks,Amount spent (EUR),Conversions,Conversion value\n");
        var random = new Random(20260901);
        var perDay = Math.Max(1, (rows + Days - 1) / Days);
        for (var row = 0; row < rows; row++)
        {
            var (day, ad) = (row / perDay, row % perDay);
            var impressions = random.Next(400, 40_000);
            var clicks = (int)(impressions * (.004 + random.NextDouble() * .03));
            var spend = clicks * (.2 + random.NextDouble());
            var conversions = (int)(clicks * random.NextDouble() * .08);
            var value = conversions * (20 + random.NextDouble() * 60);
            file.Write(First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            file.Write(',');
            file.Write(Quoted($"{Aims[ad / 40 % Aims.Length]} FR {ad / 320 + 1:00}"));
            file.Write(',');
            file.Write(Quoted($"Femmes 25-44, centres {ad / 8 % 40 + 1:00}"));
            file.Write(',');
            file.Write($"Visuel {ad % 8 + 1} - carrousel v{ad / 8 % 5 + 1}");
            file.Write(string.Create(CultureInfo.InvariantCulture, $",{impressions},{clicks},{spend:0.00},{conversions},{value:0.00}\n"));
        }
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
