using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Mailchimp's campaigns: a row per sending, dates with the hour, rates as whole percents, numbers with thousands.</summary>
internal static class MailchimpExport
{
    public static byte[] Write(DateOnly from, int sendings)
    {
        var w = new ExportWriter(false, ',');
        w.Line("Title", "Subject", "List", "Send Date", "Send Weekday", "Total Recipients", "Successful Deliveries", "Soft Bounces", "Hard Bounces", "Times Forwarded", "Unique Opens", "Open Rate", "Total Opens", "Unique Clicks", "Click Rate", "Total Clicks", "Unsubscribes", "Abuse Complaints", "Unique Id");
        for (var i = 0; i < sendings; i++)
        {
            var day = from.AddDays(7 * i);
            w.Line($"Matinale {i}", "Bonjour", "Abonnés", day.ToString("MMM dd, yyyy", CultureInfo.InvariantCulture) + " 07:05 am", day.DayOfWeek.ToString(), w.Number(12_050 + i, 0), w.Number(12_000 + i, 0), "20", "30", "0", w.Number(4_200 + i, 0), "35%", w.Number(6_000, 0), "360", "3%", "480", "12", "1", $"a1b2c{i}");
        }

        return w.Bytes(new UTF8Encoding(false));
    }
}
