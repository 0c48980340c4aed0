using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Counts of guardrails as people type them, one a line: "refunds: A 12/512, B 15/640", "complaints A 3, B 5" (of the test's own people).</summary>
internal static class TypedGuardrails
{
    /// <param name="test">The test's own counts: their names and order are the arms; null: nothing can be held against them.</param>
    /// <returns>Each guardrail by its own words, empty where it had none; none at all when it is no counts, with the refusal where something in them is wrong.</returns>
    public static (IReadOnlyList<(string Metric, IReadOnlyList<Arm> Arms)> Read, Refusal? Refusal) Read(string text, string locale, OfferData? test)
    {
        if (test is null)
        {
            return ([], null);
        }

        var read = new List<(string, IReadOnlyList<Arm>)>();
        foreach (var line in Lines(text, locale, test))
        {
            var (arms, refusal) = One(line, locale, test);
            if (arms is null)
            {
                return ([], refusal);
            }

            read.Add((NameOf(line), arms));
        }

        return (read, null);
    }

    /// <summary>Percentages and no counts: the people behind them are missing.</summary>
    public static bool AreRates(string text, string locale) => NumberReader.FindAll(text, locale) is { Count: > 0 } figures && figures.All(f => f.Unit == FigureUnit.Percent);

    /// <summary>Lines, and what semicolons part where every part names all the arms by itself.</summary>
    private static List<string> Lines(string text, string locale, OfferData test)
    {
        List<string> Split(params char[] by) => [.. text.Split(by, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var parts = Split('\n', ';');
        return parts.Count > 1 && parts.TrueForAll(p => One(p, locale, test).Arms is not null) ? parts : [text];
    }

    private static (IReadOnlyList<Arm>? Arms, Refusal? Refusal) One(string text, string locale, OfferData test)
    {
        var (data, refusal) = TypedArms.Read(text, locale);
        if (data is not null)
        {
            return Ordered([.. data.Arms.Select(a => (a.Name, a.Counts))], test) is { } whole ? (whole, null) : (null, Refusal.Of("offers.refused.guardrail-arms", ("arms", string.Join(", ", test.Arms.Select(a => a.Name)))));
        }

        if (TypedArms.Cases(text, locale) is not { } cases || Ordered([.. cases.Select(c => (c.Name, new Arm(c.Cases, 0)))], test) is not { } counted)
        {
            return (null, refusal);
        }

        var arms = counted.Zip(test.Arms, (c, arm) => new Arm(c.Conversions, arm.Counts.Users)).ToList();
        return arms.FindIndex(a => a.Conversions > a.Users) is >= 0 and var at
            ? (null, Refusal.Of("offers.refused.more-conversions", ("arm", test.Arms[at].Name), ("x", arms[at].Conversions), ("n", arms[at].Users)))
            : (arms, null);
    }

    /// <summary>By name where every name is one of the test's, else in the order they came; null for another number of arms.</summary>
    private static List<Arm>? Ordered(List<(string Name, Arm Counts)> given, OfferData test)
    {
        if (given.Count != test.Arms.Count)
        {
            return null;
        }

        var byName = test.Arms.Select(arm => given.FindIndex(g => string.Equals(g.Name, arm.Name, StringComparison.OrdinalIgnoreCase) || arm.Name.EndsWith(" " + g.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        return byName.TrueForAll(i => i >= 0) && byName.Distinct().Count() == byName.Count ? byName.ConvertAll(i => given[i].Counts) : given.ConvertAll(g => g.Counts);
    }

    /// <summary>"refunds: A 12/512, …": what stands before the first arm.</summary>
    private static string NameOf(string line)
    {
        var before = line[..TypedArms.FirstArm(line)].Trim(' ', ':', ',', '-', '\u00A0', '\u202F');
        return before.Any(char.IsLetter) && !before.Any(char.IsDigit) ? before : "";
    }
}
