using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>The three weak points that matter most, each with its fix, and what they come to. Makes known: advice, fixes, first_weak, weak_count, and blocked where launching would go against the advice.</summary>
internal sealed class BeforeVerdictKind(Texts texts) : IStepKind
{
    private const int Shown = 3;

    private readonly BeforeVerdictWords _words = new(texts);
    private readonly BeforeValues _values = new(texts);

    public string Kind => "campaign-verdict";

    public StepShape Shape(Step step) => new() { Writes = ["advice", "fixes", "first_weak", "weak_count", "blocked"], Recomputed = true };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (BeforeDesk.PlanOf(walk) is { } plan)
        {
            var voice = walk.Voice;
            var forecast = CampaignForecast.Of(plan);
            var learning = BeforeDesk.LearningOf(plan, forecast);
            var weak = WeakPoints.Of(plan, forecast, learning, BeforeDesk.ChecksOf(walk, plan, forecast));
            var values = _values.Of(plan, forecast, learning, BeforeDesk.Currency(walk), voice);
            var shown = weak.Codes.Take(Shown).Select(c => _words.Weak(c, values, voice)).ToList();
            walk.Set("advice", FlowValue.Of("@campaign-plans.advice-short." + weak.Advice));
            walk.Set("fixes", shown.Count > 0 ? FlowValue.Of(walk.T("campaign-plans.verdict.fixes", ("fixes", shown.ConvertAll(s => s.Fix.TrimEnd('.'))))) : null);
            walk.Set("first_weak", shown.Count > 0 ? FlowValue.Of(shown[0].What) : null);
            walk.Set("weak_count", FlowValue.Of(weak.Codes.Count));
            walk.Set("blocked", FlowValue.Of(weak.Advice is "delay" or "test"));
            var from = string.Join('|', shown.Select(s => s.What)) + weak.Advice;
            if (!walk.IsMarked(step, from))
            {
                walk.Say(Told(shown, weak, voice));
                walk.Mark(step, from);
            }
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    private string Told(List<(string What, string Fix)> shown, WeakPoints weak, Voice voice)
    {
        var points = shown.Select((s, i) => $"- {texts.Say(voice, "campaign-plans.verdict.point", ("what", s.What), ("fix", s.Fix))}");
        return string.Join("\n", shown.Count == 0
            ? [texts.Say(voice, "campaign-plans.verdict.none"), _words.Advice(weak.Advice, voice)]
            : [texts.Say(voice, "campaign-plans.verdict.title", ("shown", shown.Count), ("all", weak.Codes.Count)), .. points, _words.Advice(weak.Advice, voice)]);
    }
}
