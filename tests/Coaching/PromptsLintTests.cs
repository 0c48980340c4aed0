using MentorBot.Hosting.Commands;
using MentorBot.Messages;

namespace MentorBot.Tests.Coaching;

public sealed class PromptsLintTests
{
    [Fact]
    public void Everything_that_ships_is_written_in_both_languages_and_both_forms() =>
        Assert.Equal([], FlowsCommand.LintOf(new PromptsFolder(FlowTable.Prompts)).Check(FlowTable.Prompts).Select(p => p.ToString()));
}
