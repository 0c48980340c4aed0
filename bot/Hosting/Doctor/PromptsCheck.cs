using MentorBot.Hosting.Commands;
using MentorBot.Messages;

namespace MentorBot.Hosting;

/// <summary>The flows and texts that ship: there, and without a mistake.</summary>
internal static class PromptsCheck
{
    public static DoctorCheck Of(PromptsFolder prompts)
    {
        if (!Directory.Exists(prompts.Path))
        {
            return new DoctorCheck("prompts", DoctorState.Failed, prompts.Path, "the folder is missing", "copy 'prompts' beside the program, as the build does");
        }

        try
        {
            var problems = FlowsCommand.LintOf(prompts).Check(prompts.Path).ToList();
            return problems.Count == 0
                ? new DoctorCheck("prompts", DoctorState.Ok, prompts.Path, "every flow and text is fine")
                : new DoctorCheck("prompts", DoctorState.Failed, prompts.Path, $"{problems.Count} mistakes, the first: {problems[0]}", "run 'flows lint' and mend what it names");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new DoctorCheck("prompts", DoctorState.Failed, prompts.Path, e.Message, "mend that file, or take the one that ships");
        }
    }
}
