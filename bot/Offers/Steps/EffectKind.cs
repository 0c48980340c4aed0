using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// The smallest gain worth acting on: relative ("10 %"), in points ("half a point"), or money per month. "Any gain" is answered with what this traffic shows in 2, 4 and 8 weeks, and asked again.
/// <c>baseline</c> and <c>weekly</c> name what it is held against. Makes known: effect_lift or effect_money; see_2, see_4, see_8.
/// </summary>
internal sealed class EffectKind : IQuestionKind
{
    private static readonly double[] Usual = [.05, .1, .2];
    private static readonly int[] Weeks = [2, 4, 8];
    private const string Any = "any";
    /// <summary>"£1,500 a month" is not one pound fifty.</summary>
    private const double LeastMoney = 10;
    private const double LargestLift = 5;

    public string Kind => "offer-effect";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "any", "seen", "blind", "retry"],
        Writes = ["effect_lift", "effect_money", .. Weeks.Select(w => $"see_{w}")],
        Expressions = [step.Text("baseline") ?? "baseline", step.Text("weekly") ?? "weekly"],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is not null)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        // Asked anew, perhaps for another metric: what the former one could show says nothing of it.
        foreach (var weeks in Weeks)
        {
            walk.Set($"see_{weeks}", null);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Ask());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Buttons(walk, step).Select(b => new Choice(b.Code, b.Label))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        var buttons = Buttons(walk, step);
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled { Value: { } settled } asked:
                return Keep(walk, step, asked.Raw, settled);
            case FlowInput.Pressed { Values: [Any, ..] }:
                return SayWhatIsSeen(walk, step);
            case FlowInput.Pressed { Values: [var code, ..] } when buttons.Find(b => b.Code == code) is { Lift: { } lift } pressed:
                return Keep(walk, step, pressed.Label, FlowValue.Of(lift, "±%"));
            case FlowInput.Typed typed when StepWords.Says(walk, step, "anything", typed.Text) && NumberReader.FindAll(typed.Text, walk.Voice.Locale).Count == 0:
                return SayWhatIsSeen(walk, step);
            case FlowInput.Typed typed:
                return Type(walk, step, typed.Text);
            default:
                return Refuse(walk, step);
        }
    }

    private static bool Type(FlowWalk walk, Step step, string text)
    {
        var locale = walk.Voice.Locale;
        if (NumberReader.FindAll(text, locale).Any(f => f.Unit == FigureUnit.Money))
        {
            var money = NumberReader.ReadMoney(text, locale).Readings;
            if (MeanEffect.Lifts(walk, step.Text("baseline") ?? "baseline", money, StepWords.Says(walk, step, "monthly", text), LargestLift) is { } perPerson)
            {
                return Settle(walk, step, text, perPerson);
            }

            money = money.Any(m => m.Amount >= LeastMoney) ? [.. money.Where(m => m.Amount >= LeastMoney)] : money;
            return Settle(walk, step, text, [.. money.Where(m => m.Amount > 0).Select(m => FlowValue.Of(m.Amount, m.Currency ?? "EUR"))]);
        }

        var points = StepWords.Says(walk, step, "points", text);
        var lifts = NumberReader.ReadPercent(text, locale).Readings.Where(v => v > 0);
        return Settle(walk, step, text, [.. lifts.Select(v => FlowValue.Of(points && MeanBaseline.SpreadOf(walk) is null && Sentences.NumberOf(walk, step.Text("baseline") ?? "baseline") is { } rate ? v / rate : v, "±%")).Where(v => v.Number <= LargestLift)]);
    }

    private static bool Settle(FlowWalk walk, Step step, string text, IReadOnlyList<FlowValue> readings)
    {
        if (readings.Count > 1)
        {
            walk.AskBack("readings", walk.T("coaching.flow.which-reading"), [.. readings.Select(r => new PendingOption(walk.Show(r), r))], text);
            return false;
        }

        return readings.Count == 1 ? Keep(walk, step, text, readings[0]) : Refuse(walk, step);
    }

    private static bool Keep(FlowWalk walk, Step step, string raw, FlowValue value)
    {
        var lift = value.Unit == "±%";
        walk.Set("effect_lift", lift ? value : null);
        walk.Set("effect_money", lift ? null : value);
        walk.Keep(step, raw, value);
        return true;
    }

    private static bool SayWhatIsSeen(FlowWalk walk, Step step)
    {
        if (MeanEffect.Sight(walk, step.Text("baseline") ?? "baseline") is { } input && Sentences.NumberOf(walk, step.Text("weekly") ?? "weekly") is > 0 and var weekly)
        {
            foreach (var weeks in Weeks)
            {
                Sentences.Number(walk, $"see_{weeks}", TrafficSight.Of(input, weekly / 7, weeks).Lift, "±%");
            }
        }

        walk.Say(walk.Word(step, walk.Lookup("see_8") is null ? "blind" : "seen") ?? "", joinNext: true);
        walk.State = walk.State with { Misses = 0 };
        return false;
    }

    private static bool Refuse(FlowWalk walk, Step step)
    {
        walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
        return false;
    }

    private static List<(string Code, string Label, double? Lift)> Buttons(FlowWalk walk, Step step)
    {
        var seen = new[] { 4, 8 }.Select(w => Sentences.NumberOf(walk, $"see_{w}")).OfType<double>().Select(RoundedUp).ToList();
        var write = NumberWriter.For(walk.Voice.Locale);
        List<(string, string, double?)> lifts = [.. (seen.Count > 0 ? seen.Order() : Usual.AsEnumerable()).Distinct().Select((l, i) => ($"lift:{i}", write.Change(l), (double?)l))];
        return seen.Count > 0 ? lifts : [.. lifts, (Any, walk.Word(step, "any") ?? "", null)];
    }

    /// <summary>To a whole percent, so that the button is a round figure and can still be seen.</summary>
    private static double RoundedUp(double lift) => Math.Ceiling(lift * 100) / 100;
}
