using MentorBot.Coaching;

namespace MentorBot.Readouts;

/// <summary>Which way the person's own reading points: "up", "down", "flat", or null when it says something else. Words are the flow's lists own.up, own.down, own.flat.</summary>
internal static class OwnReading
{
    private static readonly string[] Ways = ["down", "up", "flat"];

    public static string? Direction(FlowWalk walk, string step)
    {
        if (walk.State.Answers.GetValueOrDefault(step) is not { Value.Text: { } said })
        {
            return null;
        }

        if (Ways.Contains(said))
        {
            return said;
        }

        var words = ChoiceMatcher.Fold(said).Split(' ');
        var found = Ways.Where(way => walk.Flow.In(walk.Voice).List($"{step}.{way}").Any(stem => words.Any(w => w.StartsWith(ChoiceMatcher.Fold(stem), StringComparison.Ordinal)))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    public static bool HasNumber(FlowWalk walk, string step) => walk.State.Answers.GetValueOrDefault(step)?.Raw.Any(char.IsDigit) ?? false;
}
