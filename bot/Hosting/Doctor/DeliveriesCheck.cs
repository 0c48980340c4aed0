using System.Data.Common;
using MentorBot.Deliveries;
using MentorBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Hosting;

/// <summary>What became of the messages of the last week: those that nobody knows about, those that may have come twice, those that never arrived, and who is out of reach.</summary>
internal static class DeliveriesCheck
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <returns>Null where there is no database to look into yet, or one of an older version; the check of the storage says so.</returns>
    public static async Task<DoctorCheck?> OfAsync(StorageOptions storage, string data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var connection = storage.ConnectionString.Length > 0 ? storage.ConnectionString : $"Data Source={Path.Combine(data, "mentorbot.db")}";
            if (storage.Engine != "postgres" && !File.Exists(new SqliteConnectionStringBuilder(connection).DataSource))
            {
                return null;
            }

            using var database = storage.Engine == "postgres" ? Database.Postgres(connection) : Database.SqliteFrom(connection);
            await using var db = database.Open();
            return await OfAsync(db, now - Week, cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException or TimeoutException)
        {
            return null;
        }
    }

    private static async Task<DoctorCheck> OfAsync(BotDb db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var recent = db.Set<Delivery>().AsNoTracking().Where(d => d.CreatedAt >= since);
        var unknown = await recent.CountAsync(d => d.State == DeliveryState.Unconfirmed, cancellationToken);
        var repeats = await recent.CountAsync(d => d.PossibleRepeat, cancellationToken);
        var failed = await recent.Where(d => d.State == DeliveryState.Failed).GroupBy(d => d.Reason).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ToListAsync(cancellationToken);
        var unreachable = await db.Set<Reach>().CountAsync(r => r.Unreachable != null, cancellationToken);
        var what = $"in 7 days {unknown} of unknown outcome, {repeats} sent twice in doubt, {failed.Sum(f => f.Count)} not delivered; {unreachable} out of reach on some channel";
        return unknown + failed.Count == 0
            ? new DoctorCheck("deliveries", DoctorState.Ok, "deliveries", what)
            : new DoctorCheck("deliveries", DoctorState.Warning, "deliveries", what, $"look at the table of deliveries, at State and Reason ({string.Join(", ", failed.Select(f => $"{f.Key}: {f.Count}").DefaultIfEmpty("unconfirmed"))})");
    }
}
