using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// The campaign in one line, whatever of it the person writes. Makes known, each only when it was said: plan_budget (in the country's money where no sign says otherwise: home_currency), plan_goal, plan_platform; and always plan_days and plan_ad_sets, with
/// plan_days_said and plan_ad_sets_said. The questions after it ask for the rest, or assume it. Its words are the flow's lists below the step's id: days, weeks, months, sets, sales, daily, and each platform.
/// </summary>
internal sealed class BeforePlanKind : IQuestionKind
{
    private const int UsualDays = 28;

    public string Kind => "campaign-plan";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Writes = ["home_currency", "plan_budget", "plan_goal", "plan_platform", "plan_days", "plan_ad_sets", "plan_days_said", "plan_ad_sets_said"],
        Recomputed = true,
        Words = ["label", "ask", "retry"],
    };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is not { } answer)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Ask());
        }

        var line = PlanLine.Read(answer.Raw, walk.Voice.Locale, BeforeDesk.WordsOf(walk, step.Id));
        var home = Kpis.Currencies.OfCountry(walk.Talk.Country);
        walk.Set("home_currency", home is null ? null : FlowValue.Of(home));
        walk.Set("plan_budget", line.Budget is { } money ? FlowValue.Of(money.Amount, money.Currency ?? home ?? "") : null);
        walk.Set("plan_goal", line.Goal is { } goal ? FlowValue.Of(goal) : null);
        walk.Set("plan_platform", line.Platform is { } platform ? FlowValue.Of(platform) : null);
        walk.Set("plan_days", FlowValue.Of(line.Days ?? UsualDays));
        walk.Set("plan_ad_sets", FlowValue.Of(line.AdSets ?? 1));
        walk.Set("plan_days_said", FlowValue.Of(line.Days is not null));
        walk.Set("plan_ad_sets_said", FlowValue.Of(line.AdSets is not null));
        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => BeforeJumps.Ask(walk, step);

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } }:
                walk.Keep(step, "", FlowValue.Nothing, assumed: true);
                return ValueTask.FromResult(true);
            case FlowInput.Typed { Text: { Length: > 0 } text }:
                walk.Keep(step, text, FlowValue.Of(text));
                return ValueTask.FromResult(true);
            default:
                walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
                return ValueTask.FromResult(false);
        }
    }
}
