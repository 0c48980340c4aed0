using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>A flow's words: all of them, in every language, in both French forms, using names that the flow knows.</summary>
internal sealed class WordsLint(Flow flow, string folder, StepKinds kinds)
{
    public IEnumerable<LintProblem> Check()
    {
        var known = StructureLint.KnownNames(flow, kinds);
        var everywhere = flow.Words.Values.SelectMany(w => w.All.Select(a => a.Key)).ToHashSet();
        foreach (var locale in Locales.All)
        {
            if (!flow.Words.TryGetValue(locale, out var words))
            {
                yield return new LintProblem($"{folder}/{locale}.yaml", null, "the language has no words at all", "add the file with the words of every step");
                continue;
            }

            foreach (var problem in Missing(locale, words, everywhere).Concat(words.All.SelectMany(w => Sentence(locale, w.Key, w.Wording, w.Line, known))))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<LintProblem> Missing(string locale, FlowWords words, HashSet<string> everywhere)
    {
        var needed = flow.Steps.SelectMany(s => (kinds.Find(s.Kind)?.Shape(s).Words ?? []).Select(w => (Step: s.Id, Key: $"{s.Id}.{w}"))).Prepend((Step: "name", Key: "name")).ToList();
        foreach (var (step, key) in needed.Where(n => words.Find(n.Key) is null).DistinctBy(n => n.Key))
        {
            yield return new LintProblem($"{folder}/{locale}.yaml", step, $"the sentence '{key}' is missing", $"add it in '{locale}'");
        }

        foreach (var key in everywhere.Where(k => words.Find(k) is null && needed.TrueForAll(n => n.Key != k)))
        {
            yield return new LintProblem($"{folder}/{locale}.yaml", key.Split('.')[0], $"the sentence '{key}' exists in another language only", $"add it in '{locale}' or remove it there");
        }

        if (words.List("ways-in").Count == 0)
        {
            yield return new LintProblem($"{folder}/{locale}.yaml", null, "there is no way into the mission", "add 'ways-in:' with sentences that people type");
        }
    }

    private IEnumerable<LintProblem> Sentence(string locale, string key, Wording wording, int line, HashSet<string> known)
    {
        var at = $"{folder}/{locale}.yaml:{line}";
        var step = key.Split('.')[0];
        if (SentenceLint.Form(locale, key, wording) is var (what, fix))
        {
            yield return new LintProblem(at, step, what, fix);
        }

        foreach (var template in new[] { wording.Vous, wording.Tu }.OfType<string>())
        {
            if (SentenceLint.Broken(locale, template) is { } broken)
            {
                yield return new LintProblem(at, step, $"the template cannot be read ({broken})", "close every {{ }} and every {{#if}}");
                continue;
            }

            foreach (var name in TemplateNames.In(template).Where(n => !known.Contains(n) && !known.Contains(TemplateNames.Variable(n))).Distinct())
            {
                yield return new LintProblem(at, step, $"the variable '{name}' is unknown", "use the id of a question, or a name that a step sets");
            }
        }
    }
}
