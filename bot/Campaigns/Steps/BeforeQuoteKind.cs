using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>A person's own words, short enough to be said back: <c>set: {idea_said: idea}</c> keeps the beginning of an answer, never changed inside, cut only between two words and then marked.
/// <c>bare: {drop_if: drop}</c> keeps it as the end of a sentence that says "if" itself: without the step's <c>lead</c> words, in lower case.</summary>
internal sealed class BeforeQuoteKind : IStepKind
{
    /// <summary>Characters; about fifteen words.</summary>
    private const int Longest = 100;

    private static readonly char[] Around = ['"', '«', '»', '“', '”', ' ', '\u00A0', '\u202F'];

    public string Kind => "quote";

    public StepShape Shape(Step step) => new()
    {
        Writes = [.. step.Map("set").Concat(step.Map("bare")).Select(s => s.Name)],
        Recomputed = true,
        Expressions = [.. step.Map("set").Concat(step.Map("bare")).Select(s => s.Value)],
        Problems = step.Map("set").Count == 0 ? [("it quotes nothing", "give it 'set:' with a name and a question")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        foreach (var (name, of) in step.Map("set"))
        {
            walk.Set(name, walk.State.Answers.GetValueOrDefault(of)?.Raw is { Length: > 0 } raw && Short(raw) is { Length: > 0 } quote ? FlowValue.Of(quote) : null);
        }

        foreach (var (name, of) in step.Map("bare"))
        {
            walk.Set(name, walk.State.Answers.GetValueOrDefault(of)?.Raw is { Length: > 0 } raw && Bare(raw, BeforeDesk.WordsOf(walk, step.Id)("lead")) is { Length: > 0 } rest ? FlowValue.Of(rest) : null);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    /// <summary>"Si moins d'un abonné…" is "moins d'un abonné…".</summary>
    private static string Bare(string raw, IReadOnlyList<string> leads)
    {
        var line = Short(raw);
        var lead = leads.FirstOrDefault(l => line.StartsWith(l, StringComparison.OrdinalIgnoreCase) && (l[^1] == '\'' || (line.Length > l.Length && line[l.Length] == ' ')));
        line = lead is null ? line : line[lead.Length..].TrimStart();
        return line.Length > 1 && !char.IsUpper(line[1]) ? char.ToLowerInvariant(line[0]) + line[1..] : line;
    }

    internal static string Short(string raw)
    {
        var line = string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(Around);
        if (line.Length <= Longest)
        {
            return line.TrimEnd('.', ',', ';');
        }

        var cut = line.LastIndexOf(' ', Longest);
        cut = cut > 0 ? cut : char.IsLowSurrogate(line[Longest]) ? Longest - 1 : Longest;
        return line[..cut].TrimEnd(',', ';', ':', '.', ' ') + " …";
    }
}
