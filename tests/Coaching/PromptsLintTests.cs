using MentorBot.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Coaching;

public sealed class PromptsLintTests
{
    [Fact]
    public async Task Everything_that_ships_is_written_in_both_languages_and_both_forms()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        Assert.Equal([], mentor.Get<FlowLint>().Check(FlowTable.Prompts).Select(p => p.ToString()));
    }
}
