using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class SteadyExportTests(ITestOutputHelper output)
{
    /// <summary>STEADY_FILES asks for more; 1,000 gave 15 alarms on the whole file and 14 against the week before.</summary>
    private const int Files = 150;

    [Theory]
    [InlineData(CompareMode.Whole)]
    [InlineData(CompareMode.Previous)]
    internal void Steady_files_raise_an_alarm_at_most_once_in_fifty(CompareMode mode)
    {
        Quiet(mode, SteadyExport.Of, f => f.Severity >= Severity.Warning, "raised an alarm");
    }

    [Theory]
    [InlineData(CompareMode.Whole)]
    [InlineData(CompareMode.Previous)]
    internal void Steady_campaigns_raise_an_alarm_at_most_once_in_fifty(CompareMode mode) => Quiet(mode, SteadyExport.Campaigns, f => f.Severity >= Severity.Warning, "raised an alarm");

    [Theory]
    [InlineData(CompareMode.Whole)]
    [InlineData(CompareMode.Previous)]
    internal void Steady_campaigns_have_no_cause_to_tell(CompareMode mode) => Quiet(mode, SteadyExport.Campaigns, f => f.Code is "driver" or "mix-shift", "was given a cause");

    private void Quiet(CompareMode mode, Func<int, MentorBot.Tables.KpiTable> export, Func<Finding, bool> counts, string what)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("STEADY_FILES"), out var asked) ? asked : Files;
        var alarms = new List<string>();
        for (var seed = 1; seed <= count; seed++)
        {
            var readout = ReadTable.Read(export(seed), new ReadoutOptions(new DateOnly(2027, 6, 1), mode));
            var loud = readout.Findings.Where(counts).ToArray();
            if (loud.Length > 0)
            {
                alarms.Add($"{seed}: {string.Join(" | ", loud.Take(4).Select(f => $"{f.Code} {f.Metric} {f.From} p={f.Number("p"):g2} change={f.Number("change"):0.00}"))}");
            }
        }

        output.WriteLine($"{alarms.Count} of {count} files\n{string.Join("\n", alarms)}");
        Assert.True(alarms.Count <= count / 50, $"{alarms.Count} of {count} steady files {what}:\n{string.Join("\n", alarms)}");
    }
}
