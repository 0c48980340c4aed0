using System.Text.RegularExpressions;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Finds which answer somebody means when they go back to it by its words, or correct a figure of it.</summary>
internal sealed partial class FlowCorrections(StepKinds kinds)
{
    /// <summary>Questions that the person has answered themselves, latest first.</summary>
    public IReadOnlyList<Step> Answered(FlowWalk walk) =>
        [.. walk.Flow.Steps.Where(s => walk.AnswerTo(s) is { Assumed: false, Value.Plain: not null } && kinds.Of(s) is IQuestionKind).OrderByDescending(s => walk.AnswerTo(s)!.At)];

    /// <summary>A question that was asked, by its id, its place ("la question 2") or its words ("le budget"); the one with the most words in common.</summary>
    public Step? StepCalled(FlowWalk walk, string words)
    {
        var questions = walk.Flow.Steps.Where(s => kinds.Of(s) is IQuestionKind && (walk.AnswerTo(s) is not null || s.Id == walk.State.Step)).ToList();
        return questions.Find(s => s.Id == words)
            ?? (StepPlace.In(words) is { } place ? (place <= walk.State.Trail.Count ? walk.Flow.Find(walk.State.Trail[place - 1]) : null) : Called(walk, questions, words));
    }

    /// <summary>A question that has not been asked yet and was named all the same.</summary>
    /// <returns>Its label; empty where only its place was named; null when no such question was meant.</returns>
    public string? StillToCome(FlowWalk walk, string words) =>
        StepPlace.In(words) is { } place ? (place > walk.State.Trail.Count ? "" : null)
        : Called(walk, [.. walk.Flow.Steps.Where(s => kinds.Of(s) is IQuestionKind && walk.AnswerTo(s) is null && s.Id != walk.State.Step)], words) is { } step ? walk.Word(step, "label") ?? "" : null;

    private static Step? Called(FlowWalk walk, IReadOnlyList<Step> questions, string words)
    {
        var said = Words(words);
        var best = questions
            .Select(s => (Step: s, Common: 2 * Words(walk.Word(s, "label") ?? "").Count(said.Contains) + Words(string.Join(' ', walk.Flow.In(walk.Voice).List($"{s.Id}.also"))).Count(said.Contains)))
            .Where(s => s.Common > 0).OrderByDescending(s => s.Common).Take(2).ToList();
        return best.Count == 1 || (best.Count == 2 && best[0].Common > best[1].Common) ? best[0].Step : null;
    }

    /// <returns>The step and its answer as it should have been typed; null when there is not exactly one.</returns>
    public (string Step, string Raw)? Find(FlowWalk walk, string text) => Candidates(walk, text) is [var only] ? (only.Step.Id, only.Raw) : null;

    /// <summary>True when figures are named and no answer that was given fits them.</summary>
    public bool NamesNothingGiven(FlowWalk walk, string text) => NumberReader.FindAll(text, walk.Voice.Locale).Count > 0 && Candidates(walk, text).Count == 0;

    /// <summary>A figure for another question, named by its words, in answer to one that no figure answers: "the margin is 40% in fact" where a button is to be pressed.</summary>
    public (string Step, string Raw)? Restated(FlowWalk walk, Step open, string text) =>
        NumberReader.FindAll(text, walk.Voice.Locale) is [{ Value: not null } figure] && Named(walk, text) is { } named && named != open ? (named.Id, text.Substring(figure.Start, figure.Length)) : null;

    /// <summary>Asks which answer is meant, where figures were named; says so where none of them fits.</summary>
    /// <returns>False when no figure was named at all.</returns>
    public bool Unclear(FlowWalk walk, string text)
    {
        if (NumberReader.FindAll(text, walk.Voice.Locale).Count == 0)
        {
            return false;
        }

        var candidates = Candidates(walk, text);
        if (candidates.Count == 0)
        {
            walk.Say(walk.T("coaching.flow.correct-none"), joinNext: true);
        }
        else
        {
            walk.AskBack("correct", walk.T("coaching.flow.correct-which"),
                [.. candidates.Select(c => new PendingOption($"{walk.Word(c.Step, "label") ?? c.Step.Id} : {walk.AnswerTo(c.Step)!.Raw} → {c.Raw}", FlowValue.Of([c.Step.Id, c.Raw]))),
                    new PendingOption(walk.T("coaching.flow.correct-neither"), null)], text);
        }

        return true;
    }

    public string Shown(FlowWalk walk, Step step, Answer answer) => walk.Word($"{step.Id}.choices.{answer.Value.Text}") ?? (answer.Raw.Length > 0 ? answer.Raw : walk.Show(answer.Value));

    public string WhatChanged(FlowWalk walk, Step step, RunState before, RunState after)
    {
        var lines = new List<string>
        {
            walk.T("coaching.flow.corrected", ("label", walk.Word(step, "label") ?? step.Id),
                ("before", before.Answers.TryGetValue(step.Id, out var old) ? Shown(walk, step, old) : "–"), ("after", Shown(walk, step, after.Answers[step.Id]))),
        };
        foreach (var (name, value) in after.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (before.Values.TryGetValue(name, out var was) && !value.Same(was) && walk.Word($"labels.{name}") is { } label)
            {
                lines.Add(walk.T("coaching.flow.changed", ("label", label), ("before", walk.Show(was)), ("after", walk.Show(value))));
            }
        }

        return string.Join("\n", lines);
    }

    private List<(Step Step, string Raw)> Candidates(FlowWalk walk, string text)
    {
        var locale = walk.Voice.Locale;
        var figures = NumberReader.FindAll(text, locale).Where(f => f.Value is not null).ToList();
        string Written(Figure f) => text.Substring(f.Start, f.Length);
        if (figures.Count == 1)
        {
            // One figure only: it replaces the answer that the words name ("the margin is 40%"), else one that is a figure itself.
            if (Named(walk, text) is { } named)
            {
                return [(named, Written(figures[0]))];
            }

            return [.. Answered(walk).Where(s => walk.AnswerTo(s)!.Value.Number is not null).Select(s => (s, Written(figures[0])))];
        }

        var found = new List<(Step, string)>();
        foreach (var wrong in figures)
        {
            if (figures.Find(f => !Equals(f.Value, wrong.Value)) is not { } right)
            {
                continue;
            }

            foreach (var step in Answered(walk))
            {
                var raw = walk.AnswerTo(step)!.Raw;
                var at = NumberReader.FindAll(raw, locale).Where(f => Means(f, wrong)).ToList();
                if (at.Count == 1)
                {
                    found.Add((step, raw[..at[0].Start] + WithUnit(raw.Substring(at[0].Start, at[0].Length), Written(right)) + raw[at[0].End..]));
                }
            }
        }

        return found;
    }

    /// <summary>The answered question of figures whose own words ("also") are in the text, where there is one.</summary>
    private Step? Named(FlowWalk walk, string text)
    {
        var said = Words(text);
        var named = Answered(walk).Where(IsOfFigures).Where(s => Words(string.Join(' ', walk.Flow.In(walk.Voice).List($"{s.Id}.also"))).Overlaps(said)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>Its answer is figures, or what stands for "not known".</summary>
    private bool IsOfFigures(Step step) =>
        kinds.Of(step) is IQuestionKind kind && !kind.TakesFile(step) && !kind.TakesWords(step) && step.Text("input") is not ("choice" or "many");

    private static bool Means(Figure given, Figure named) =>
        given.Values.Any(v => named.Values.Any(n => Math.Abs(v - n) < 1e-9 || (given.Unit == FigureUnit.Percent && Math.Abs(v - (n / 100)) < 1e-12)));

    /// <summary>"1240" in place of "12400€" is still in euros.</summary>
    private static string WithUnit(string old, string figure)
    {
        var digits = figure.Any(c => !char.IsDigit(c) && !char.IsWhiteSpace(c) && c is not ('.' or ',' or '-'));
        var first = old.AsSpan().IndexOfAnyInRange('0', '9');
        var last = old.AsSpan().LastIndexOfAnyInRange('0', '9');
        return digits || first < 0 ? figure : old[..first] + figure.Trim() + Multiplier().Replace(old[(last + 1)..], "$1");
    }

    /// <summary>"8,000" in place of "5k" is not eight million.</summary>
    [GeneratedRegex(@"^(\s*)(?:k|M)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Multiplier();

    private static HashSet<string> Words(string text) => [.. ChoiceMatcher.Fold(text).Split(' ').Where(w => w.Length >= 3)];
}
