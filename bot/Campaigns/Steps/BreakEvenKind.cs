using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// What one sale brings before advertising: an amount, a share of the sale, or a target CPA. One typed figure is enough; the buttons are for those who would rather say first what kind it
/// is. Passed over, the campaign is read without a break-even. Makes known: break_even_how (margin, share, target, unknown), break_even_money, break_even_share, order_value.
/// </summary>
internal sealed class BreakEvenKind : IQuestionKind
{
    public const string Margin = "margin";
    public const string Share = "share";
    public const string Target = "target";
    public const string Unknown = "unknown";

    private const string Asking = "break_even_asking";
    private const string OrderValue = "order";
    private const string Which = "break-even:which";
    private const string Subscription = "break-even:subscription";

    private static readonly string[] Ways = [Margin, Share, Target, Unknown];

    public string Kind => "break-even";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Writes = ["break_even_how", "break_even_money", "break_even_share", "order_value"],
        Words = ["label", "ask", "too-much", .. Ways.Select(w => $"choices.{w}"), .. new[] { Margin, Share, Target, OrderValue }.Select(w => $"how.{w}")],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        if (walk.Lookup(Asking)?.Text is { } asking)
        {
            return [new TextPart(walk.Word(step, $"how.{asking}") ?? "")];
        }

        return [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Ways.Select(w => new Choice(w, Label(walk, step, w)))])];
    }

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(input switch
    {
        FlowInput.Pressed { Values: [var way, ..] } when Ways.Contains(way) => Choose(walk, step, way),
        FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } } => Choose(walk, step, Unknown),
        FlowInput.Settled { Value.Text: { } way, Code: Which } settled => Figure(walk, step, settled.Raw, way),
        FlowInput.Settled { Value: { Number: { } each }, Code: Subscription } settled => Keep(walk, step, settled.Raw, Margin, each, null, null),
        FlowInput.Settled { Value: null } => false,
        FlowInput.Typed typed => Type(walk, step, typed.Text),
        _ => Retry(walk, step),
    });

    private static bool Choose(FlowWalk walk, Step step, string way)
    {
        if (way == Unknown)
        {
            return Keep(walk, step, Label(walk, step, Unknown), Unknown, null, null, null);
        }

        walk.Set(Asking, FlowValue.Of(way));
        walk.State = walk.State with { Misses = -1, Serial = walk.State.Serial + 1 };
        return false;
    }

    private static bool Type(FlowWalk walk, Step step, string text)
    {
        var asking = walk.Lookup(Asking)?.Text;
        if (asking is null && !text.Any(char.IsDigit) && ChoiceMatcher.Match(text, [.. Ways.Select(w => Label(walk, step, w))]) is { } at)
        {
            return Choose(walk, step, Ways[at]);
        }

        if (SaleWorth.Read(text, walk.Voice.Locale) is { } worth)
        {
            return Worth(walk, step, text, worth);
        }

        return Figure(walk, step, text, asking ?? (Words(walk, step, text) ? Target : null));
    }

    /// <summary>Its parts: order value and margin, or costs; a subscription with its churn.</summary>
    private static bool Worth(FlowWalk walk, Step step, string text, SaleWorth worth)
    {
        if (worth.IsSubscription)
        {
            SaleWorthText.AskBack(walk, worth, Subscription, walk.Lookup("paid_each")?.Number, text);
            return false;
        }

        walk.Say(SaleWorthText.Arithmetic(walk, worth), joinNext: true);
        return worth.TargetCpa is > 0 and var target ? Keep(walk, step, text, Target, target, null, null)
            : worth.Margin <= 0 || worth.TargetCpa is <= 0 ? false
            : worth is { MarginShare: { } share, FeeShare: 0, Fixed: 0 } ? Keep(walk, step, text, Share, null, share, worth.OrderValue)
            : Keep(walk, step, text, Margin, worth.BreakEven, null, null);
    }

    /// <summary>The figure, with what is already known of its kind.</summary>
    private static bool Figure(FlowWalk walk, Step step, string text, string? way)
    {
        if (BreakEvenSaid.Read(text, walk.Voice.Locale) is not { } said)
        {
            return Retry(walk, step);
        }

        if (way == OrderValue)
        {
            return (said.Money ?? said.Bare) is not > 0 ? Retry(walk, step)
                : Keep(walk, step, text, Share, null, walk.Lookup("break_even_share")?.Number, said.Money ?? said.Bare);
        }

        if (said.Bare is { } bare && way is null)
        {
            walk.AskBack(Which, walk.T("coaching.flow.which-reading"),
                [new PendingOption(walk.T("running.as-money", ("value", bare), ("currency", walk.Lookup("currency")?.Text)), FlowValue.Of(Margin)),
                    .. bare is > 0 and <= 100 ? [new PendingOption(walk.T("running.as-share", ("value", bare / 100)), FlowValue.Of(Share))] : Array.Empty<PendingOption>()], text);
            return false;
        }

        var share = said.Share ?? (way == Share && said.Bare is { } points ? points / 100 : null);
        if (share is not null)
        {
            if (share is not (> 0 and <= 1))
            {
                walk.Say(walk.Word(step, "too-much") ?? "", joinNext: true);
                return false;
            }

            if (said.OrderValue is null && walk.Lookup("worth_each") is null)
            {
                walk.Set("break_even_share", FlowValue.Of(share.Value, "%"));
                return Choose(walk, step, OrderValue);
            }

            return Keep(walk, step, text, Share, null, share, said.OrderValue);
        }

        return (said.Money ?? said.Bare) is not > 0 ? Retry(walk, step) : Keep(walk, step, text, way == Target ? Target : Margin, said.Money ?? said.Bare, null, null);
    }

    private static bool Keep(FlowWalk walk, Step step, string raw, string how, double? money, double? share, double? order)
    {
        var currency = walk.Lookup("currency")?.Text ?? "";
        walk.Set(Asking, null);
        walk.Set("break_even_how", FlowValue.Of(how));
        walk.Set("break_even_money", money is { } m ? FlowValue.Of(m, currency) : null);
        walk.Set("break_even_share", share is { } s ? FlowValue.Of(s, "%") : null);
        walk.Set("order_value", order is { } o ? FlowValue.Of(o, currency) : null);
        walk.Keep(step, raw, money is { } figure ? FlowValue.Of(figure, currency) : share is { } part ? FlowValue.Of(part, "%") : FlowValue.Of(Unknown));
        return true;
    }

    private static bool Retry(FlowWalk walk, Step step)
    {
        walk.Say(walk.Word(step, "retry") ?? walk.T("coaching.retry.money"), joinNext: true);
        return false;
    }

    /// <summary>"CPA cible 30 €": the flow's list of words for a target.</summary>
    private static bool Words(FlowWalk walk, Step step, string text)
    {
        var said = $" {ChoiceMatcher.Fold(text)} ";
        return walk.Flow.In(walk.Voice).List($"{step.Id}.target-words").Any(w => said.Contains($" {ChoiceMatcher.Fold(w)}", StringComparison.Ordinal));
    }

    private static string Label(FlowWalk walk, Step step, string way) => walk.Word(step, $"choices.{way}") ?? way;
}
