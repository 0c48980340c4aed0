using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// Expected CPM, CTR and CVR (or CPC and CVR, or a CPA) in one line, each one value or a range, with where they come from if the person says so: known as rates_source. What is missing is asked
/// for by name and joined to what was already typed; what can hardly be is questioned once. Lists below the step's id: cpm, cpc, cpa, ctr, cvr, between, own, best-week, benchmark, guess.
/// </summary>
internal sealed class BeforeRatesKind : IQuestionKind
{
    private const double HighClickRate = .2;
    private const double HighConversionRate = .3;

    public string Kind => "planned-rates";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Writes = ["rates_source"],
        Recomputed = true,
        Words = ["label", "ask", "retry", .. BeforeJumps.Words(step)],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is not { } answer)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Ask());
        }

        walk.Set("rates_source", Read(walk, step, answer.Raw).Source is { } source ? FlowValue.Of(BeforeDesk.Code(source)) : null);
        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => BeforeJumps.Ask(walk, step);

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled settled:
                walk.Keep(step, settled.Raw, FlowValue.Of(settled.Raw));
                return true;
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } } when step.Optional:
                walk.Keep(step, "", FlowValue.Nothing, assumed: true);
                return true;
            case FlowInput.Typed typed when BeforeJumps.Typed(walk, step, typed.Text):
                return false;
            case FlowInput.Typed typed:
                return Take(walk, step, typed.Text);
            default:
                walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
                return false;
        }
    }

    private static bool Take(FlowWalk walk, Step step, string text)
    {
        // What was typed first, as long as it was not enough, is still said.
        var earlier = walk.AnswerTo(step) is null && walk.State.Marks.TryGetValue(step.Id, out var kept) ? kept + " ; " : "";
        var whole = CostModel.Of(Read(walk, step, text).Typed, RateSource.Own) is null ? earlier + text : text;
        var read = Read(walk, step, whole);
        if (CostModel.Of(read.Typed, RateSource.Own) is not { } cost)
        {
            if (read.Typed.Count > 0)
            {
                walk.Mark(step, whole);
            }

            walk.Say(read.Typed.Count > 0 ? walk.T("campaign-plans.rates.missing", ("have", Names(walk, read.Typed.Keys)), ("missing", Names(walk, MissingFrom(read.Typed)))) : walk.Word(step, "retry") ?? "", joinNext: true);
            return false;
        }

        if (Doubtful(cost) is { } code)
        {
            walk.AskBack("doubt", walk.T("campaign-plans.rates.doubt", ("name", walk.T("campaign-plans.factor." + code)), ("rate", cost.Find(code)!.Value.Expected)),
                [new PendingOption(walk.T("coaching.flow.doubt-right"), FlowValue.Of(whole)), new PendingOption(walk.T("coaching.flow.doubt-wrong"), null)], whole);
            return false;
        }

        walk.Keep(step, whole, FlowValue.Of(whole));
        return true;
    }

    private static RatesLine Read(FlowWalk walk, Step step, string text) => RatesLine.Read(text, walk.Voice.Locale, BeforeDesk.WordsOf(walk, step.Id));

    private static IEnumerable<string> MissingFrom(IReadOnlyDictionary<string, ThreePoint> typed) =>
        CostModel.Ways.Where(w => w.Any(typed.ContainsKey)).MinBy(w => w.Count(c => !typed.ContainsKey(c)))!.Where(c => !typed.ContainsKey(c));

    private static string? Doubtful(CostModel cost) =>
        cost.Find("ctr")?.Value.Expected > HighClickRate ? "ctr" : cost.Find("cvr")?.Value.Expected > HighConversionRate ? "cvr" : null;

    private static string Names(FlowWalk walk, IEnumerable<string> codes) => string.Join(", ", codes.Select(c => walk.T("campaign-plans.factor." + c)));
}
