using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>What this build can do, as buttons: its missions, and examples to try with one tap.</summary>
internal sealed class Missions(FlowCatalog catalog, Texts texts, PromptsFolder prompts)
{
    public const string Target = "mission:pick";

    /// <param name="examples">At most so many example files.</param>
    public ChoicesPart Offer(Turn turn, int examples)
    {
        var choices = catalog.All.Select(f => new Choice(f.Mission, Name(f, turn.Voice))).ToList();
        choices.AddRange(Examples(turn.Voice.Locale).Take(examples).Select(e => new Choice("example:" + e, Label(turn.Voice, e))));
        return new ChoicesPart(Target, 0, turn.EventId.ToString("N"), choices);
    }

    public static string Name(Flow flow, Voice voice) => flow.In(voice).Find("name")?.For(voice.Form) ?? flow.Mission;

    /// <summary>Files of <c>prompts/examples</c>, those of the reader's language first.</summary>
    private IEnumerable<string> Examples(string locale)
    {
        var folder = Path.Combine(prompts.Path, "examples");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
                .OrderByDescending(f => Path.GetFileNameWithoutExtension(f).EndsWith("-" + locale, StringComparison.Ordinal)).ThenBy(f => f, StringComparer.Ordinal)
            : [];
    }

    private string Label(Voice voice, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return texts.Has(voice.Locale, "coaching.example." + name) ? texts.Say(voice, "coaching.example." + name) : texts.Say(voice, "coaching.example.button", ("name", file));
    }
}
