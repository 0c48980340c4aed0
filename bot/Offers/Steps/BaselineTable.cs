using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>Today's rate out of a table: conversions over people, with the weeks it covers.</summary>
/// <param name="Visits">The denominator counts visits, or people once a day: somebody who came twice is in it twice.</param>
/// <param name="Weekly">People a week; null without dates.</param>
internal sealed record BaselineTable(double Conversions, double Users, bool Visits, double? Weekly)
{
    private static readonly string[] Numerators = ["conversions", "orders", "purchases", "leads", "subscribers_gained"];
    private static readonly string[] People = ["total_users", "users", "new_users"];
    private static readonly string[] Occasions = ["sessions", "landing_views", "delivered", "sent", "views_content"];

    /// <returns>Null when the table has no conversions, or nothing to divide them by.</returns>
    public static BaselineTable? Of(KpiTable table)
    {
        if (First(table, Numerators) is not { } conversions || First(table, [.. People, .. Occasions]) is not { } users || !(users.Sum > 0) || conversions.Sum > users.Sum || conversions.Sum <= 0)
        {
            return null;
        }

        var days = Days(table);
        return new BaselineTable(conversions.Sum, users.Sum, Occasions.Contains(users.Id) || days > 1, days >= 7 ? users.Sum / days * 7 : null);
    }

    private static (string Id, double Sum)? First(KpiTable table, string[] ids) =>
        ids.Select(table.Metric).FirstOrDefault(m => m is not null) is { } column ? (column.Kpi.Id, column.Values.Where(double.IsFinite).Sum()) : null;

    private static int Days(KpiTable table)
    {
        if (table.Dates.Length == 0)
        {
            return 0;
        }

        var step = table.Grain switch { Grain.Week => 7, Grain.Month => 30, _ => 1 };
        return table.Dates.Max().DayNumber - table.Dates.Min().DayNumber + step;
    }
}
