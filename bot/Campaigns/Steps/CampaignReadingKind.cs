using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>
/// The mentor's own reading of a running campaign, after the person's (<c>own</c> names that step): whether it pays, with its range against the break-even, what compares the campaigns, what
/// more money brought, what moved the cost, and how the audience took it. What can be decided is said with the decision, not here. The upload goes with it; what the later steps need is
/// kept as figures and codes (<see cref="CampaignKnown"/>), and the table itself until the decision (<see cref="KeptTable"/>), so that another margin is read without the file. <c>intent</c>, <c>analytics</c>, <c>brand</c> and <c>changes</c> name the steps of those answers.
/// </summary>
internal sealed class CampaignReadingKind(ReadingDesk desk, Texts texts) : IStepKind
{
    private const int MoreTold = 2;
    private const int MoreNamed = 4;

    /// <summary>A smaller move of the cost is no news, whatever moved it.</summary>
    private const double Move = .05;

    /// <summary>Found always, and asked about by themselves: no news.</summary>
    private static readonly HashSet<string> Plain = ["no-lift-test", "budget-step-needed", "uneven-days"];

    /// <summary>Without a real count nothing else may be read.</summary>
    private static readonly HashSet<string> Counting = ["nothing-counted", "campaign-tracking-break", "tracking-break", "mixed-result-types"];

    private static readonly HashSet<string> Economics = ["losing", "undecided", "profitable", "too-few-conversions", "no-break-even"];

    private readonly CampaignReport _report = new(texts);
    private readonly ReadoutReport _readoutReport = new(texts);
    private readonly CampaignCharts _charts = new(texts);
    private readonly CampaignText _words = new(texts);
    private readonly FindingText _readoutWords = new(texts);
    private readonly CampaignKnown _known = new(texts);

    public string Kind => "campaign-reading";

    public StepShape Shape(Step step) => new()
    {
        Writes = [.. CampaignKnown.Writes, KeptTable.Name],
        Problems = step.Text("own") is null ? [("it does not wait for the person's own reading", "add 'own:' with the id of that question")] : [],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Lookup("material_source")?.Text is not { } source)
        {
            return new StepResult.Go();
        }

        var options = await OptionsAsync(walk, step, cancellationToken);
        var from = FormattableString.Invariant($"{source}|{options.BreakEvenCpa}|{options.Margin}|{options.OrderValue}|{options.AnalyticsConversions}|{options.BrandShare}|{ChangesSaid(walk, step)}");
        if (walk.IsMarked(step, from))
        {
            return new StepResult.Go();
        }

        var table = (await desk.TableAsync(walk, source, "", cancellationToken))?.Table;
        var isUpload = Material.FileOf(source) is not null;
        if (table is not null && isUpload)
        {
            KeptTable.Keep(walk, table);
        }

        walk.Mark(step, from);
        if ((table ?? (isUpload ? KeptTable.Of(walk) : null)) is not { } read || CampaignReading.Of(read, options).Reading is not { } reading)
        {
            // Read once already, deleted with that reading, and too large to be kept in the run: it can only be sent again.
            walk.Say(walk.T("running.gone"));
            return new StepResult.Go();
        }

        var told = Told(reading);
        Tell(walk, step, reading, told);
        _known.Keep(walk, reading, told);
        if (table is not null && Material.FileOf(source) is { } id)
        {
            walk.Release(id);
        }

        return new StepResult.Go();
    }

    private async ValueTask<CampaignOptions> OptionsAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var how = walk.Lookup("break_even_how")?.Text;
        var money = walk.Lookup("break_even_money")?.Number;
        var brand = walk.State.Answers.GetValueOrDefault(step.Text("brand") ?? "brand");
        var noted = (await desk.OptionsAsync(walk, CompareMode.Whole, cancellationToken)).Noted;
        return new CampaignOptions(walk.Talk.Today)
        {
            BreakEvenCpa = how is BreakEvenKind.Margin or BreakEvenKind.Target ? money : null,
            Margin = how == BreakEvenKind.Share ? walk.Lookup("break_even_share")?.Number : null,
            OrderValue = walk.Lookup("order_value")?.Number,
            AnalyticsConversions = walk.Lookup(step.Text("analytics") ?? "analytics")?.Number,
            BrandShare = brand is { Assumed: false } ? brand.Value.Number : null,
            Country = walk.Talk.Country,
            Noted = ChangesSaid(walk, step) is { } said && EventWords.Read(said, walk.Voice.Locale, walk.Talk.Today) is { } change ? [.. noted, change] : noted,
        };
    }

    private static string? ChangesSaid(FlowWalk walk, Step step) => walk.State.Answers.GetValueOrDefault(step.Text("changes") ?? "changes") is { Assumed: false, Raw: { Length: > 0 } said } ? said : null;

    /// <summary>What is told in full: whether it can be counted, whether it pays, then what weighs most of the rest, one of a kind, the next euro before the ranking.</summary>
    private static IReadOnlyList<Finding> Told(CampaignReading reading)
    {
        var rest = reading.Findings.Where(f => !Plain.Contains(f.Code) && !Economics.Contains(f.Code) && !Counting.Contains(f.Code)).DistinctBy(f => f.Code)
            .OrderByDescending(f => f.Severity).ThenByDescending(f => f.Code is "marginal-room" or "saturated");
        return [.. reading.Findings.Where(f => Counting.Contains(f.Code)).Take(1), .. reading.Findings.Where(f => Economics.Contains(f.Code)).Take(1), .. rest.Take(MoreTold)];
    }

    private void Tell(FlowWalk walk, Step step, CampaignReading reading, IReadOnlyList<Finding> told)
    {
        var voice = walk.Voice;
        var parts = new List<MessagePart> { new TextPart(Beside(walk, step.Text("own") ?? "own", reading)) };
        if (reading.Readout.Findings.FirstOrDefault(f => Counting.Contains(f.Code)) is { } broken && reading.Verdicts.Tracking.Level == VerdictLevel.Bad)
        {
            parts.Add(_readoutReport.Finding(reading.Readout, broken, voice));
        }

        if (told.Count > 0)
        {
            parts.Add(_report.Finding(reading, told[0], voice));
        }

        if (Asked(walk, step, reading) is { } asked)
        {
            parts.Add(new TextPart(asked));
        }

        if (_report.Table(reading, voice) is { } table)
        {
            parts.Add(table);
        }

        if (_charts.Costs(reading, voice) is { } costs)
        {
            parts.Add(new IntervalPart(costs));
        }

        foreach (var finding in told.Skip(1))
        {
            parts.Add(new TextPart($"**{_words.Title(reading, finding, voice)}**\n{_words.What(reading, finding, voice)} {_words.Why(reading, finding, voice)}"));
        }

        if (_charts.Response(reading, voice) is { } response)
        {
            parts.Add(new CurvePart(response));
        }

        if (reading.Driver is { } driver && Math.Abs(driver.Number("change")) >= Move && _charts.Driver(reading, voice) is { } moved)
        {
            parts.Add(new TextPart($"**{_readoutWords.Title(reading.Readout, driver, voice)}**\n{_readoutWords.What(reading.Readout, driver, voice)}"));
            parts.Add(new WaterfallPart(moved));
        }

        var more = reading.Findings.Except(told).Where(f => !Plain.Contains(f.Code)).Take(MoreNamed).Select(f => _words.Title(reading, f, voice)).ToList();
        if (more.Count > 0)
        {
            parts.Add(new TextPart(walk.T("reading.also", ("titles", string.Join(" ; ", more)))));
        }

        parts.Add(new TextPart(walk.T("running.levels", ("levels", string.Join(" · ", reading.Verdicts.All.Select(v => walk.T("running.level", ("dimension", walk.T("running.dimension." + v.Dimension)), ("level", _words.Level(v.Verdict.Level, voice)))))))));
        walk.Say(parts);
    }

    /// <summary>What the person came with, in their own words, and where they named one of the campaigns: that one.</summary>
    private string? Asked(FlowWalk walk, Step step, CampaignReading reading)
    {
        var intent = walk.Lookup(step.Text("intent") ?? "intent")?.Text;
        return KeptCampaigns.Named([.. reading.Campaigns.Where(l => l.Name is not null)], l => l.Name!, intent) is not { } line ? null : walk.T("running.named",
            ("intent", ScepticWords.Quote(intent!)), ("campaign", line.Name), ("n", line.Cost.Conversions), ("spend", line.Cost.Spend), ("cpa", line.Cost.Cpa), ("hasCpa", line.Cost.Cpa is not null), ("low", line.Cost.CpaRange.Low), ("high", line.Cost.CpaRange.High),
            ("bounded", double.IsFinite(line.Cost.CpaRange.High)), ("verdict", _words.OfLine(line.Verdict, walk.Voice)), ("currency", reading.Currency));
    }

    /// <summary>The person's reading beside the figures: by arithmetic, without praise.</summary>
    private static string Beside(FlowWalk walk, string own, CampaignReading reading)
    {
        var said = OwnVerdict.Of(walk, own);
        var few = reading.Mature.Conversions < CampaignLines.Fewest;
        var key = (said, reading.Standing) switch
        {
            _ when reading.Verdicts.Tracking.Level == VerdictLevel.Bad => "counting-first",
            (null, _) => "noted",
            (_, Standing.Unknown) => "no-edge",
            (OwnVerdict.Open, Standing.Open) => "open-fits",
            (OwnVerdict.Open, _) => few ? "open-fits" : "can-tell",
            (_, Standing.Open) => "not-yet",
            _ when few => "not-yet",
            (OwnVerdict.Pays, Standing.Pays) or (OwnVerdict.Loses, Standing.Loses) => "same",
            _ => "other",
        };
        return walk.T("running.beside." + key, ("pays", said == OwnVerdict.Pays));
    }
}
