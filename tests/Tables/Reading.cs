using System.Text;
using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Tests.Tables;

/// <summary>Short ways for the tests of this room to read a text or bytes.</summary>
internal static class Reading
{
    public static readonly KpiDictionary Kpis = KpiDictionary.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    public static readonly TableReader Reader = TableReader.Create(Kpis);
    public static readonly ReadOptions Options = new() { Today = new DateOnly(2026, 11, 23) };

    public static TableResult Read(byte[] bytes, ReadOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return Reader.Read(stream, "export.csv", options ?? Options);
    }

    public static TableResult Read(string text, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static KpiTable Table(string text, ReadOptions? options = null) => Table(Read(text, options));

    public static KpiTable Table(TableResult result)
    {
        Assert.True(result.Refusal is null, $"Refused: {result.Refusal?.Code} {string.Join(", ", result.Refusal?.Values.Select(v => $"{v.Key}={v.Value}") ?? [])}");
        Assert.NotNull(result.Table);
        return result.Table;
    }

    public static string RefusalCode(TableResult result)
    {
        Assert.Null(result.Table);
        Assert.NotNull(result.Refusal);
        return result.Refusal.Code;
    }

    public static double[] Values(this KpiTable table, string id)
    {
        var metric = table.Metric(id);
        Assert.True(metric is not null, $"No '{id}' among {string.Join(", ", table.Metrics.Select(m => m.Kpi.Id))}; ignored: {string.Join(", ", table.IgnoredColumns)}");
        return metric.Values;
    }
}
