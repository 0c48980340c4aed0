using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// What one sale leaves: an amount, or a price with the share that stays of it ("60 € à 45 %"). A price alone is asked about once, with three shares to choose from; a share that comes after it
/// is taken of that price. Lists below the step's id: <c>price</c>. The answer is money.
/// </summary>
internal sealed class BeforeWorthKind : IQuestionKind
{
    private const string Asked = "worth-of-price";

    private static readonly double[] Shares = [.7, .5, .3];

    public string Kind => "sale-worth";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Writes = ["worth_price"],
        Words = ["label", "ask", "retry", .. BeforeJumps.Words(step)],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => BeforeJumps.Ask(walk, step);

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: { Number: not null } settled } s:
                walk.Keep(step, s.Raw, settled);
                return ValueTask.FromResult(true);
            case FlowInput.Settled:
                return ValueTask.FromResult(false);
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } } when step.Optional:
                walk.Keep(step, "", FlowValue.Nothing, assumed: true);
                return ValueTask.FromResult(true);
            case FlowInput.Typed typed:
                return ValueTask.FromResult(Read(walk, step, typed.Text));
            default:
                return ValueTask.FromResult(Refuse(walk, step));
        }
    }

    private static bool Read(FlowWalk walk, Step step, string text)
    {
        if (BeforeJumps.Typed(walk, step, text))
        {
            return false;
        }

        if (SaleWorth.Read(text, walk.Voice.Locale) is { } parts)
        {
            return Parts(walk, step, text, parts);
        }

        var figures = NumberReader.FindAll(text, walk.Voice.Locale);
        var amount = figures.FirstOrDefault(f => f.Unit == FigureUnit.Money) ?? figures.FirstOrDefault(f => f.Unit == FigureUnit.Count);
        var share = figures.FirstOrDefault(f => f.Unit == FigureUnit.Percent)?.Values[0];
        var currency = amount?.Currency ?? BeforeDesk.Currency(walk);
        if (share is > 0 and <= 1 and { } left && (amount?.Values[0] ?? walk.Lookup("worth_price")?.Number) is > 0 and { } price)
        {
            return Keep(walk, step, text, price * left, amount?.Currency ?? walk.Lookup("worth_price")?.Unit ?? currency);
        }

        if (amount?.Values[0] is not (> 0 and var value))
        {
            return Refuse(walk, step);
        }

        var said = FigureWords.Split(text);
        var prices = BeforeDesk.WordsOf(walk, step.Id)("price");
        if (!Enumerable.Range(0, said.Count).Any(i => FigureWords.StartWith(said.Skip(i), prices)))
        {
            return Keep(walk, step, text, value, currency);
        }

        walk.Set("worth_price", FlowValue.Of(value, currency));
        walk.AskBack(Asked, walk.T("campaign-plans.worth.of-price", ("price", value), ("currency", currency)),
            [.. Shares.Select(s => new PendingOption(walk.T("campaign-plans.worth.share", ("share", s), ("worth", value * s), ("currency", currency)), FlowValue.Of(value * s, currency)))], text);
        return false;
    }

    private static bool Parts(FlowWalk walk, Step step, string text, SaleWorth worth)
    {
        if (worth.IsSubscription)
        {
            SaleWorthText.AskBack(walk, worth, Asked, null, text);
            return false;
        }

        walk.Say(SaleWorthText.Arithmetic(walk, worth), joinNext: true);
        return worth is { Margin: > 0, TargetCpa: null or > 0 } && Keep(walk, step, text, worth.TargetCpa ?? worth.BreakEven, worth.Currency ?? BeforeDesk.Currency(walk));
    }

    private static bool Keep(FlowWalk walk, Step step, string text, double worth, string currency)
    {
        walk.Keep(step, text, FlowValue.Of(worth, currency));
        return true;
    }

    private static bool Refuse(FlowWalk walk, Step step)
    {
        walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
        return false;
    }
}
