using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>What this build can do, as buttons: its missions, and examples to try with one tap.</summary>
internal sealed class Missions(FlowCatalog catalog, Examples examples, Texts texts)
{
    public const string Target = "mission:pick";

    /// <param name="examples">At most so many example files.</param>
    public ChoicesPart Offer(Turn turn, int examples) =>
        new(Target, 0, turn.EventId.ToString("N"), [.. catalog.All.DistinctBy(f => f.Mission).Select(f => new Choice(f.Mission, MissionName(f, turn.Voice))), .. Shown(turn.Voice, examples)]);

    /// <summary>Which of the flows that serve a mission.</summary>
    public static ChoicesPart Offer(Turn turn, IEnumerable<Flow> flows) =>
        new(Target, 0, turn.EventId.ToString("N"), [.. flows.Select(f => new Choice(f.Id, Name(f, turn.Voice)))]);

    /// <summary>The name that several flows share, else the flow's own.</summary>
    public string MissionName(Flow flow, Voice voice) =>
        "coaching.mission." + flow.Mission is var key && texts.Has(voice.Locale, key) ? texts.Say(voice, key) : Name(flow, voice);

    public static string Name(Flow flow, Voice voice) => flow.In(voice).Find("name")?.For(voice.Form) ?? flow.Mission;

    private IReadOnlyList<Choice> Shown(Voice voice, int most) => examples.In(voice, most);
}
