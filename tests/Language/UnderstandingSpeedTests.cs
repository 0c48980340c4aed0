namespace MentorBot.Tests.Language;

public sealed class UnderstandingSpeedTests(ITestOutputHelper output)
{
    /// <summary>The target is 150 ms to start and well under 1 ms a read, in Release; the bounds leave room for Debug and for tests beside it.</summary>
    [Fact]
    public void Learning_and_reading_stay_quick()
    {
        double start = double.MaxValue, read = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var understanding = Prompts.Understanding();
            start = Math.Min(start, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            cpu = Environment.CpuUsage.TotalTime;
            for (var n = 0; n < 300; n++)
            {
                understanding.Read("bonjour, le taux de clic de la campagne de mars a baissé depuis mardi parce que la créa est usée, je pense qu'on coupe", "fr");
                understanding.Read("i think we should wait", "en");
            }

            read = Math.Min(read, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / 600);
        }

        output.WriteLine($"start {start:F0} ms, read {read:F3} ms of processor");
        Assert.True(start < 2000, $"start {start}");
        Assert.True(read < 4, $"read {read}");
    }
}
