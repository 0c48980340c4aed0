using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>What this build can do, as buttons: its missions, and examples to try with one tap.</summary>
internal sealed class Missions(FlowCatalog catalog, Examples examples)
{
    public const string Target = "mission:pick";

    /// <param name="examples">At most so many example files.</param>
    public ChoicesPart Offer(Turn turn, int examples) =>
        new(Target, 0, turn.EventId.ToString("N"), [.. catalog.All.Select(f => new Choice(f.Mission, Name(f, turn.Voice))), .. Shown(turn.Voice, examples)]);

    public static string Name(Flow flow, Voice voice) => flow.In(voice).Find("name")?.For(voice.Form) ?? flow.Mission;

    private IReadOnlyList<Choice> Shown(Voice voice, int most) => examples.In(voice, most);
}
