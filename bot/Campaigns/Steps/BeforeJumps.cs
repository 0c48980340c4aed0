using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>Buttons of a question that lead to another one, as on an <c>ask</c> step: left out while their words come out empty.</summary>
internal static class BeforeJumps
{
    public static IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        var buttons = Buttons(walk, step);
        return buttons.Count == 0 ? [new TextPart(walk.Word(step, "ask") ?? "")] : [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. buttons.Select(b => new Choice("@go:" + b.To, b.Label))])];
    }

    /// <returns>True when a button's words were typed: the walk then goes there.</returns>
    public static bool Typed(FlowWalk walk, Step step, string text)
    {
        var buttons = Buttons(walk, step);
        if (buttons.Count == 0 || text.Any(char.IsDigit) || ChoiceMatcher.Match(text, [.. buttons.Select(b => b.Label)]) is not { } index)
        {
            return false;
        }

        walk.JumpTo = buttons[index].To;
        return true;
    }

    public static IEnumerable<string> Words(Step step) => step.Map("jump").Select(j => $"jump.{j.Name}");

    private static List<(string To, string Label)> Buttons(FlowWalk walk, Step step) =>
        [.. step.Map("jump").Select(j => (j.Value, walk.Word(step, $"jump.{j.Name}") ?? "")).Where(b => b.Item2.Length > 0)];
}
