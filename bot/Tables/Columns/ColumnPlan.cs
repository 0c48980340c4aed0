namespace MentorBot.Tables;

/// <summary>Where a recognised column stands in the file.</summary>
/// <param name="Id">Canonical id of the KPI or the key.</param>
/// <param name="Header">As in the file, repaired.</param>
/// <param name="Currency">ISO code that the header names.</param>
internal sealed record ColumnPlan(int Index, string Id, string Header, string? Currency);
