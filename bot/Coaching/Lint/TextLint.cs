using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>The rooms' own sentences: each in every language, in both French forms.</summary>
internal static class TextLint
{
    public static IEnumerable<LintProblem> Check(string promptsFolder)
    {
        Texts? texts = null;
        string? unreadable = null;
        try
        {
            texts = Texts.Load(promptsFolder);
        }
        catch (InvalidDataException e)
        {
            unreadable = e.Message;
        }

        return unreadable is not null ? [new LintProblem("texts", null, unreadable.TrimEnd('.'), "write it as a map of names to sentences")] : Sentences(texts!);
    }

    private static IEnumerable<LintProblem> Sentences(Texts texts)
    {
        foreach (var (locale, key, wording) in texts.All)
        {
            var (room, name) = (key.Split('.')[0], key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            foreach (var other in Locales.All.Where(l => !texts.Has(l, key)))
            {
                yield return new LintProblem($"texts/{room}/{other}.yaml", name, "the sentence is missing in this language", $"add it; '{locale}' has it");
            }

            if (SentenceLint.Form(locale, name, wording) is var (what, fix))
            {
                yield return new LintProblem($"texts/{room}/{locale}.yaml", name, what, fix);
            }

            foreach (var broken in new[] { wording.Vous, wording.Tu }.OfType<string>().Select(t => SentenceLint.Broken(locale, t)).OfType<string>())
            {
                yield return new LintProblem($"texts/{room}/{locale}.yaml", name, $"the template cannot be read ({broken})", "close every {{ }} and every {{#if}}");
            }
        }
    }
}
