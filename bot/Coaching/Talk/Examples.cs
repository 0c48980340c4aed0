using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>The exports that ship, to try with one tap: files of <c>prompts/examples</c> named "source.locale.ext".</summary>
internal sealed class Examples(PromptsFolder prompts, Texts texts)
{
    public const string Prefix = "example:";

    /// <summary>Those in the reader's language, as "example:…" choices.</summary>
    public IReadOnlyList<Choice> In(Voice voice, int most)
    {
        var folder = prompts.Combine("examples");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => f.Contains($".{voice.Locale}.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Reverse().Take(most).Select(f => new Choice(Prefix + f, Label(voice, f)))]
            : [];
    }

    private string Label(Voice voice, string file)
    {
        var key = "coaching.example." + file.Split('.')[0];
        return texts.Has(voice.Locale, key) ? texts.Say(voice, key) : texts.Say(voice, "coaching.example.button", ("name", file));
    }
}
