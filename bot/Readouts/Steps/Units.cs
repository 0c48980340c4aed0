using MentorBot.Kpis;

namespace MentorBot.Readouts;

/// <summary>A KPI's unit as a flow's value carries it.</summary>
internal static class Units
{
    public static string? Of(KpiUnit? unit, string? currency) => unit switch
    {
        KpiUnit.Money => currency ?? "",
        KpiUnit.Percent => "%",
        KpiUnit.Seconds => "s",
        _ => null,
    };
}
