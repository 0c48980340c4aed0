using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// Scale, hold, cut, fix or test: what the reading supports stands first. A choice that the reading contradicts is challenged once, with its figures, and then it is the person's. Their own
/// words count as well: a percentage in them is the raise, a campaign's name in them is what it is about. Makes known: raise_said, objection, stood_by, named, named_line.
/// </summary>
internal sealed class CampaignDecisionKind : IQuestionKind
{
    private const string Challenge = "decision:challenge";

    private static readonly string[] Actions = ["scale", "hold", "cut", "fix", "test"];

    public string Kind => "campaign-decision";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Writes = ["raise_said", "objection", "stood_by", "named", "named_line"],
        Words = ["label", "ask", "again", "stand", "change", .. Actions.Select(a => $"choices.{a}"), .. Objection.Codes.Select(c => $"objection.{c}")],
    };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, walk.Lookup("objection") is null ? "ask" : "again") ?? ""), walk.Choices([.. Offered(walk).Select(a => new Choice(a, Label(walk, step, a)))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(input switch
    {
        FlowInput.Settled { Value: { Text: { } kept }, Code: Challenge } settled => Keep(walk, step, settled.Raw, kept, stoodBy: true),
        FlowInput.Settled => false,
        FlowInput.Pressed { Values: [var pressed, ..] } when Actions.Contains(pressed) => Decide(walk, step, Label(walk, step, pressed), pressed, null),
        FlowInput.Typed { Text: var text } when ChoiceMatcher.Match(text, [.. Offered(walk).Select(a => Label(walk, step, a))]) is not null || text.Any(char.IsLetter) => Type(walk, step, text),
        _ => Retry(walk),
    });

    private static bool Type(FlowWalk walk, Step step, string text)
    {
        var raise = NumberReader.FindAll(text, walk.Voice.Locale).Where(f => f is { Unit: FigureUnit.Percent, Value: > 0 }).Select(f => f.Value).FirstOrDefault();
        var offered = Offered(walk);
        var named = Denied(walk, step, text) ? null : ChoiceMatcher.Match(text, [.. offered.Select(a => Label(walk, step, a))]) is { } at ? offered[at] : ByWords(walk, step, text);
        return Decide(walk, step, text, named ?? text, named == "scale" ? raise ?? (Doubled(walk, step, text) ? 1 : null) : null);
    }

    private static bool Decide(FlowWalk walk, Step step, string raw, string decision, double? raise)
    {
        var about = decision == raw || decision == "cut" ? KeptCampaigns.Named(KeptCampaigns.Of(walk), c => c.Name, raw) : null;
        walk.Set("raise_said", decision == "scale" ? FlowValue.Of(raise ?? CampaignDecision.LargestStep, "%") : null);
        walk.Set("named", about is null ? null : FlowValue.Of(about.Name));
        walk.Set("named_line", about is null ? null : FlowValue.Of(walk.T("running.named-line",
            ("n", about.Conversions), ("spend", about.Spend), ("cpa", about.Cpa), ("hasCpa", about.Cpa is not null), ("low", about.Low), ("high", about.High), ("bounded", about.High is not null), ("currency", walk.Lookup("currency")?.Text))));
        if (Objection.Against(walk, decision, raise, about) is not { } objection)
        {
            return Keep(walk, step, raw, decision, stoodBy: false);
        }

        walk.Set("objection", FlowValue.Of(objection));
        walk.AskBack(Challenge, walk.Word(step, $"objection.{objection}") ?? "", [new PendingOption(walk.Word(step, "change") ?? "", null), new PendingOption(walk.Word(step, "stand") ?? "", FlowValue.Of(decision))], raw);
        return false;
    }

    private static bool Keep(FlowWalk walk, Step step, string raw, string decision, bool stoodBy)
    {
        walk.Set("stood_by", FlowValue.Of(stoodBy));
        walk.Keep(step, raw, FlowValue.Of(decision));
        return true;
    }

    private static bool Retry(FlowWalk walk)
    {
        walk.Say(walk.T("coaching.retry.choice"), joinNext: true);
        return false;
    }

    /// <summary>"Ne pas couper" names an action and means none.</summary>
    private static bool Denied(FlowWalk walk, Step step, string text) => ChoiceMatcher.Fold(text).Split(' ').Intersect(walk.Flow.In(walk.Voice).List($"{step.Id}.not").Select(ChoiceMatcher.Fold)).Any();

    /// <summary>The only action that the flow's list of its words is met for.</summary>
    private static string? ByWords(FlowWalk walk, Step step, string text)
    {
        if (Doubled(walk, step, text))
        {
            return "scale";
        }

        var words = ChoiceMatcher.Fold(text).Split(' ');
        var found = Actions.Where(a => walk.Flow.In(walk.Voice).List($"{step.Id}.{a}").Select(ChoiceMatcher.Fold).Any(stem => words.Any(w => w.StartsWith(stem, StringComparison.Ordinal)))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>"Doubler" is a raise without a figure.</summary>
    private static bool Doubled(FlowWalk walk, Step step, string text) =>
        walk.Flow.In(walk.Voice).List($"{step.Id}.double").Select(ChoiceMatcher.Fold).Any(stem => ChoiceMatcher.Fold(text).Split(' ').Any(w => w.StartsWith(stem, StringComparison.Ordinal)));

    private static IReadOnlyList<string> Offered(FlowWalk walk) => [.. Actions.OrderByDescending(a => a == walk.Lookup("action")?.Text)];

    private static string Label(FlowWalk walk, Step step, string action) => walk.Word(step, $"choices.{action}") ?? action;
}
