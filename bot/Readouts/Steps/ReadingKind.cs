using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>
/// The mentor's own reading, after the person's (<c>own</c> names that step): what they saw set beside the strongest finding with its numbers, n and range, a chart, what else
/// stands out, why it moved when the file can tell (taken apart, as a waterfall; its arithmetic then answers "why?"), and what can be decided. <c>compare</c> and <c>changed</c> name the steps of the comparison and the definition. The upload goes with it.
/// Makes known: finding, finding_line, finding_day, change, change_low, change_high, n, before, after, needed_weeks, threshold_low, threshold_high, review_on, decide.
/// </summary>
internal sealed class ReadingKind(ReadingDesk desk, PastReadings past, Texts texts) : IStepKind
{
    private const int MoreFindings = 2;
    private const double LongestReviewWeeks = 8;

    /// <summary>Worth a title although they alarm nobody.</summary>
    private static readonly HashSet<string> PostNews = ["viral-outlier", "post-age"];

    private readonly ReadoutReport _report = new(texts);
    private readonly ReadoutChart _chart = new(texts);
    private readonly FindingText _words = new(texts);
    private readonly ReadoutWaterfall _waterfall = new(texts);
    private readonly ReadoutArithmetic _arithmetic = new(texts);

    public string Kind => "reading";

    public StepShape Shape(Step step) => new()
    {
        Writes = ["finding", "finding_line", "finding_day", "change", "change_low", "change_high", "n", "before", "after", "needed_weeks", "threshold_low", "threshold_high", "threshold_unit", "review_on", "decide", "arithmetic"],
        Problems = step.Text("own") is null ? [("it does not wait for the person's own reading", "add 'own:' with the id of that question")] : [],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var compare = walk.Lookup(step.Text("compare") ?? "compare")?.Text;
        var changed = walk.Lookup(step.Text("changed") ?? "definition_changed")?.Text;
        var from = $"{walk.Lookup("material_source")?.Text}|{compare}|{changed}";
        if (walk.IsMarked(step, from) || walk.Lookup("material_source")?.Text is not { } source)
        {
            return new StepResult.Go();
        }

        var result = await desk.TableAsync(walk, source, "", cancellationToken);
        walk.Mark(step, from);
        if (result?.Table is not { } table)
        {
            // Read once already, and deleted with that reading: it can only be sent again.
            walk.Say(walk.T("reading.gone"));
            return new StepResult.Go();
        }

        var mode = compare switch { "previous" => CompareMode.Previous, "last-year" => CompareMode.LastYear, _ => CompareMode.Whole };
        var readout = ReadTable.Read(table, await desk.OptionsAsync(walk, mode, cancellationToken));
        Know(walk, step, readout);
        Tell(walk, step, readout, changed);
        if (past.Of(walk.Talk, readout, compare ?? "whole", TableAnswers.ToKeep(walk)) is { } kept)
        {
            walk.Add(kept);
        }

        if (Material.FileOf(source) is { } id)
        {
            walk.Release(id);
        }

        return new StepResult.Go();
    }

    private void Tell(FlowWalk walk, Step step, Readout readout, string? changed)
    {
        var own = step.Text("own") ?? "own";
        var first = First(walk, own, readout);
        var parts = new List<MessagePart> { new TextPart(Beside(walk, own, first)) };
        if (changed is "changed")
        {
            parts.Add(new NoticePart(NoticeTone.Warning, walk.T("reading.definition-changed")));
        }

        if (first is not null)
        {
            parts.Add(_report.Finding(readout, first, walk.Voice));
        }

        if (readout.Findings.FirstOrDefault(f => f.Code == "since-last" && f != first) is { } since)
        {
            parts.Add(_report.Finding(readout, since, walk.Voice));
        }

        if (readout.Period is null && readout.Metrics.Count > 1)
        {
            parts.Add(_report.Totals(readout, walk.Voice));
        }

        if (_chart.Of(readout, walk.Voice, first?.Metric ?? readout.MainMetric) is { } chart)
        {
            parts.Add(new ChartPart(chart));
        }

        var cause = CauseWords.Behind(readout, first);
        if (cause is not null && _waterfall.Of(readout, cause, walk.Voice) is { } waterfall)
        {
            if (cause != first)
            {
                parts.Add(new TextPart($"**{_words.Title(readout, cause, walk.Voice)}**\n{_words.What(readout, cause, walk.Voice)}"));
            }

            parts.Add(new WaterfallPart(waterfall));
        }

        var more = readout.Findings.Where(f => f != first && f != cause && (f.Severity > Severity.Info ? !FileFindings.Has(f) : PostNews.Contains(f.Code) || (CauseWords.IsCause(f) && f.Metric == first?.Metric))).Take(MoreFindings).Select(f => _words.Title(readout, f, walk.Voice)).ToList();
        if (more.Count > 0)
        {
            parts.Add(new TextPart(walk.T("reading.also", ("titles", string.Join(" ; ", more)))));
        }

        parts.Add(_report.Decidable(readout, walk.Voice));
        walk.Say(parts);
    }

    /// <summary>The strongest finding; to somebody who saw posts rise or fall, whether they did.</summary>
    private static Finding? First(FlowWalk walk, string own, Readout readout)
    {
        var reading = readout.Findings.Where(f => !FileFindings.Has(f)).ToList();
        var moved = reading.FirstOrDefault(f => Equals(f.Evidence.GetValueOrDefault("basis"), "posts"));
        return (moved is not null && OwnReading.Direction(walk, own) is not null ? moved : null) ?? reading.FirstOrDefault() ?? readout.Findings.FirstOrDefault();
    }

    /// <summary>The person's reading beside the figures: by arithmetic, without praise.</summary>
    private static string Beside(FlowWalk walk, string own, Finding? finding)
    {
        var way = OwnReading.Direction(walk, own);
        var moved = finding?.Evidence.GetValueOrDefault("direction") as string;
        var key = (way, finding?.Code) switch
        {
            (null, _) or (_, null) => OwnReading.HasNumber(walk, own) ? "noted-number" : "noted",
            ("up" or "down", "within-noise" or "small-sample") => "not-yet",
            ("flat", "within-noise" or "small-sample") => "flat-fits",
            (_, "tracking-break") => "counting-first",
            ("up" or "down", "real-change") when moved is not null => way == moved ? "same-way" : "other-way",
            ("flat", "real-change") => "moved-after-all",
            _ => "noted",
        };
        return walk.T("reading.beside." + key, ("way", way));
    }

    /// <summary>The day that somebody could explain.</summary>
    private static DateOnly? DayOf(Finding? finding) =>
        finding?.Evidence.GetValueOrDefault("day") as DateOnly? ?? finding?.Evidence.GetValueOrDefault("since") as DateOnly? ?? (finding?.Code == "tracking-break" ? finding.From : null);

    private void Know(FlowWalk walk, Step step, Readout readout)
    {
        var finding = First(walk, step.Text("own") ?? "own", readout);
        var main = readout.MainMetric;
        var unit = Units.Of(readout.UnitOf(finding?.Metric), readout.Table.Currency);
        void Number(string name, double? value, string? of = null) => walk.Set(name, value is { } v && double.IsFinite(v) ? FlowValue.Of(v, of) : null);

        walk.Set("finding", finding is null ? null : FlowValue.Of(finding.Code));
        walk.Set("finding_line", finding is null ? null : FlowValue.Of(_words.Title(readout, finding, walk.Voice)));
        walk.Set("finding_day", DayOf(finding) is { } day ? FlowValue.Of(day) : null);
        walk.Set("decide", FlowValue.Of(_words.Decide(readout, walk.Voice)));
        Number("change", finding?.Number("change"), "±%");
        var relative = finding?.Code is "within-noise" or "real-change";
        Number("change_low", relative ? finding?.Number("low") : null, "±%");
        Number("change_high", relative ? finding?.Number("high") : null, "±%");
        Number("n", finding?.Number("n"));
        Number("before", finding?.Number("before"), unit);
        Number("after", finding?.Number("after"), unit);
        Number("needed_weeks", finding?.Number("neededWeeks"));

        // The upload goes with this reading: what "why?" will need is kept now.
        var cause = CauseWords.Behind(readout, finding);
        IEnumerable<string> why = cause is null ? [] : [_words.What(readout, cause, walk.Voice), .. _arithmetic.OfFinding(readout, cause, walk.Voice)];
        string[] lines = main is null ? [] : [.. _arithmetic.OfTotal(readout, main, walk.Voice), .. why];
        walk.Set("arithmetic", lines.Length > 0 ? FlowValue.Of(string.Join("\n", lines)) : null);

        var (low, high) = Thresholds.Of(readout, main);
        var mainUnit = Units.Of(readout.UnitOf(main), readout.Table.Currency);
        Number("threshold_low", low, mainUnit);
        Number("threshold_high", high, mainUnit);
        walk.Set("threshold_unit", mainUnit is { Length: > 0 } u ? FlowValue.Of(u) : null);
        var weeks = finding?.Number("neededWeeks") is { } w and >= 1 and <= LongestReviewWeeks ? (int)w : 2;
        walk.Set("review_on", FlowValue.Of(Mornings.Workday(walk.Talk.Today.AddDays(7 * weeks))));
    }
}
