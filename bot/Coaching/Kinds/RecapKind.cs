using System.Text;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Coaching;

/// <summary>What to keep of a flow: a message of under 12 lines, and the same as a file.</summary>
internal sealed class RecapKind(FileStore files) : IStepKind
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public string Kind => "recap";

    public StepShape Shape(Step step) => new() { Words = ["text", "file-name"] };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            var text = walk.Word(step, "text") ?? "";
            var name = FormattableString.Invariant($"{walk.Word(step, "file-name")}-{walk.Talk.Today:yyyy-MM-dd}.md");
            var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n\n") + "\n"));
            var file = await files.SaveAsync(walk.Talk.OrganisationId, walk.Talk.PersonId, name, "text/markdown", bytes, bytes.Length, Kept, cancellationToken);
            walk.Say(file is null ? [new TextPart(text)] : [new TextPart(text), new FilePart(file.Id, name, file.MediaType, file.Length)]);
            walk.Mark(step);
        }

        return new StepResult.Go();
    }
}
