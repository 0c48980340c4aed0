using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Reads everything under a prompts folder as its author would want it read: each problem with file, step and fix. Never throws for what a file says.</summary>
internal sealed class FlowLint(StepKinds kinds)
{
    /// <returns>Empty when all is well.</returns>
    public IReadOnlyList<LintProblem> Check(string promptsFolder)
    {
        var problems = new List<LintProblem>();
        var flows = Path.Combine(promptsFolder, "flows");
        foreach (var folder in Directory.Exists(flows) ? Directory.GetDirectories(flows).Order(StringComparer.Ordinal).ToArray() : [])
        {
            problems.AddRange(CheckFlow(folder));
        }

        if (Directory.Exists(Path.Combine(promptsFolder, "texts")))
        {
            problems.AddRange(TextLint.Check(promptsFolder));
        }

        return problems;
    }

    private IEnumerable<LintProblem> CheckFlow(string folder)
    {
        var name = $"flows/{Path.GetFileName(folder)}";
        Flow? flow = null;
        LintProblem? unreadable = null;
        try
        {
            flow = FlowReader.Read(FlowSource.ReadFolder(folder));
        }
        catch (InvalidDataException e)
        {
            unreadable = new LintProblem($"{name}/{e.Message.Split(':', 2)[0]}", null, e.Message.Split(':', 2)[^1].Trim().TrimEnd('.'), "write it as the other flows are written");
        }

        return unreadable is not null ? [unreadable] : [.. new StructureLint(flow!, name, kinds).Check(), .. new WordsLint(flow!, name, kinds).Check()];
    }
}
