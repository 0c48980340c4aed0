using MentorBot.Coaching;

namespace MentorBot.Tests.Coaching;

public sealed class FlowLintTests : IDisposable
{
    private const string Words = """
        name: A flow
        ways-in: [start it]
        steps:
          budget: {label: Budget, ask: "How much?"}
          end: {text: Bye}
        """;

    private readonly DirectoryInfo _prompts = Directory.CreateTempSubdirectory("lint");

    public void Dispose() => _prompts.Delete(recursive: true);

    [Fact]
    public void A_sound_flow_has_no_problem() => Assert.Empty(Lint("  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}"));

    [Theory]
    [InlineData("  - {id: budget, kind: ask, input: money, next: nowhere}\n  - {id: end, kind: close}", "budget", "goes to 'nowhere'")]
    [InlineData("  - {id: budget, kind: ask, input: money, next: end}\n  - {id: lost, kind: close}\n  - {id: end, kind: close}", "lost", "no step leads here")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}", "budget", "is used 2 times")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: way, kind: branch, cases: [{if: 'budget > 3', go: end}]}\n  - {id: end, kind: close}", "way", "no branch is left")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: sum, kind: compute, set: {cpa: 'budget / sales'}}\n  - {id: end, kind: close}", "sum", "variable 'sales' is unknown")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: sum, kind: compute, set: {cpa: 'budget / '}}\n  - {id: end, kind: close}", "sum", "is no expression")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: a, kind: compute, set: {x: '1'}}\n  - {id: b, kind: branch, cases: [{if: 'x > 2', go: end}], else: a}\n  - {id: end, kind: close}", "a", "without ever asking")]
    [InlineData("  - {id: budget, kind: ask, input: colour}\n  - {id: end, kind: close}", "budget", "is not an input")]
    [InlineData("  - {id: budget, kind: dance}\n  - {id: end, kind: close}", "budget", "kind 'dance' is unknown")]
    [InlineData("  - {id: budget, kind: ask, input: money}\n  - {id: sure, kind: confirm}\n  - {id: end, kind: close}", "sure", "'sure.ask' is missing")]
    public void A_problem_names_its_step_and_its_fix(string structure, string step, string what)
    {
        var problem = Assert.Single(Lint(structure), p => p.Step == step && p.What.Contains(what, StringComparison.Ordinal) && !p.File.Contains("/fr.yaml", StringComparison.Ordinal));
        Assert.StartsWith("flows/t/", problem.File, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Fix);
    }

    [Theory]
    [InlineData("budget: {label: Budget, ask: 'Combien {{montant}} ?'}", "variable 'montant' is unknown")]
    [InlineData("budget: {label: Budget, ask: 'Combien avez-vous ?'}", "in one form only")]
    [InlineData("budget: {label: Budget, ask: 'Quel est ton montant ?'}", "in one form only")]
    [InlineData("budget: {label: Budget, ask: {tu: 'Quel est ton montant ?'}}", "without its other form")]
    [InlineData("budget: {label: Budget, ask: {tu: 'Quel est votre montant ?', vous: 'Quel est votre montant ?'}}", "says 'votre'")]
    [InlineData("budget: {label: Budget, ask: 'Combien {{#if budget}} ?'}", "template cannot be read")]
    [InlineData("budget: {label: Budget}", "'budget.ask' is missing")]
    public void Words_are_checked_in_each_language(string step, string what)
    {
        var words = Words.Replace("budget: {label: Budget, ask: \"How much?\"}", step, StringComparison.Ordinal);
        Assert.Contains(Lint("  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}", french: words),
            p => p.What.Contains(what, StringComparison.Ordinal) && p.Step == "budget" && p.File.StartsWith("flows/t/fr.yaml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rendez-vous lundi chez le client, assez tôt.")]
    [InlineData("Total : 12 € par personne")]
    [InlineData("Revenir à « que voyez-vous ? »")]
    public void A_sentence_that_addresses_nobody_needs_one_form(string sentence) =>
        Assert.Empty(Lint("  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}", french: Words.Replace("How much?", sentence, StringComparison.Ordinal)));

    [Fact]
    public void A_missing_language_and_unreadable_yaml_are_problems_and_not_faults()
    {
        Assert.Contains(Lint("  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}", french: null), p => p.File == "flows/t/fr.yaml" && p.What.Contains("no words at all", StringComparison.Ordinal));
        Assert.Contains(Lint("  - {id: budget, kind: ask"), p => p.What.Contains("not valid YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_missing_in_one_language_is_named()
    {
        Write("texts/room/en.yaml", "only-here: Hello");
        Write("texts/room/fr.yaml", "other: {tu: Salut toi, vous: Bonjour à vous}");
        var problems = Lint("  - {id: budget, kind: ask, input: money}\n  - {id: end, kind: close}");
        Assert.Contains(problems, p => p is { File: "texts/room/fr.yaml", Step: "only-here" });
        Assert.Contains(problems, p => p is { File: "texts/room/en.yaml", Step: "other" });
    }

    private IReadOnlyList<LintProblem> Lint(string structure, string? french = Words)
    {
        Write("flows/t/flow.yaml", "id: t\nsteps:\n" + structure);
        Write("flows/t/en.yaml", Words);
        if (french is null)
        {
            File.Delete(Path.Combine(_prompts.FullName, "flows/t/fr.yaml"));
        }
        else
        {
            Write("flows/t/fr.yaml", french);
        }

        return new FlowLint(new StepKinds(FlowTable.BuiltInKinds())).Check(_prompts.FullName);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_prompts.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
