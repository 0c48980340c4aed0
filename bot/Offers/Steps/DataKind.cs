using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// The counts of the test: typed ("A 200/10 000, B 250/10 000"), pasted or uploaded. Echoes the arms as they were read, and leaves what they mean to the reading. Makes known: data_source, data_arms (name,
/// people, conversions of each), arm_a, arm_b, arm_count, data_days, data_from, data_to, data_even (an equal split fits), looks_weekly, looks_daily, guard_counts (guardrails among the file's columns).
/// While <c>phase</c> is true only a test phase is wanted: counts that hold the winner's send to the rest are refused with <c>winner</c>.
/// </summary>
internal sealed class DataKind(TestDesk desk, Material material, Texts texts) : IQuestionKind
{
    private const int UsualDays = 14;
    private const int MostCautions = 2;

    /// <summary>A test phase is drawn in equal parts; whoever has half as many people again was sent to the rest.</summary>
    private const double WinnerSent = 1.5;

    public string Kind => "offer-data";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry", "arm", "control", "people", "period", "period-label", .. step.Text("phase") is null ? Array.Empty<string>() : ["winner"]],
        Writes = ["data_source", "data_arms", "arm_a", "arm_b", "arm_count", "data_days", "data_from", "data_to", "data_even", "looks_weekly", "looks_daily", "arm_users", "arm_conversions", "arm_rate", "largest_arm", "largest_users", GuardrailCounts.Name, GuardrailCounts.Names],
        Expressions = step.Text("phase") is { } phase ? [phase] : [],
    };

    public bool TakesFile(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case FlowInput.Uploaded { File: { FileId: { } id } file }:
                return await TakeAsync(walk, step, Material.OfFile(id), file.Name, cancellationToken);
            case FlowInput.Uploaded unkept:
                walk.Say(walk.T(material.NotKept(unkept.File.Length)), joinNext: true);
                return false;
            case FlowInput.Typed typed when Material.IsTable(typed.Text) && material.IsMaterial(typed.Text, walk.Voice, walk.Talk.Today):
                walk.WithdrawWords(walk.T("reading.pasted"));
                return await TakeAsync(walk, step, await material.OfTextAsync(walk.Talk.OrganisationId, walk.Talk.PersonId, typed.Text, cancellationToken), walk.T("reading.pasted"), cancellationToken);
            case FlowInput.Typed typed:
                return await TakeAsync(walk, step, TestDesk.OfTyped(typed.Text), typed.Text, cancellationToken);
            default:
                walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
                return false;
        }
    }

    private async ValueTask<bool> TakeAsync(FlowWalk walk, Step step, string source, string raw, CancellationToken cancellationToken)
    {
        if (walk.Lookup("data_source")?.Text is { } before && before != source && Material.FileOf(before) is { } old)
        {
            walk.Release(old);
        }

        var (data, refusal) = await desk.ReadAsync(walk, source, raw, cancellationToken);
        if (data is not null && HoldsWinner(walk, step, data))
        {
            walk.Say(walk.Word(step, "winner") ?? "", joinNext: true);
            Forget(walk, source);
            return false;
        }

        if (data is null)
        {
            walk.Say(refusal is null ? walk.Word(step, "retry") ?? "" : walk.T(refusal), joinNext: true);
            Forget(walk, source);
            return false;
        }

        walk.Set("data_source", FlowValue.Of(source));
        Know(walk, data);
        walk.Keep(step, raw, FlowValue.Of(data.Metric));
        Echo(walk, step, data);
        return true;
    }

    private static void Forget(FlowWalk walk, string source)
    {
        if (Material.FileOf(source) is { } id)
        {
            walk.Release(id);
        }
    }

    /// <summary>Of figures per day the phase is cut out later, by its last day.</summary>
    private static bool HoldsWinner(FlowWalk walk, Step step, OfferData data)
    {
        var largest = data.Arms.MaxBy(a => a.Counts.Users)!;
        walk.Set("largest_arm", FlowValue.Of(largest.Name));
        Sentences.Number(walk, "largest_users", largest.Counts.Users);
        return step.Text("phase") is { } phase && walk.IsTrue(phase) && data.Days.Count <= 1 && largest.Counts.Users >= WinnerSent * data.Arms.Min(a => a.Counts.Users);
    }

    private static void Know(FlowWalk walk, OfferData data)
    {
        TestDesk.KeepCounts(walk, data);
        GuardrailCounts.Keep(walk, GuardrailCounts.In(data));
        walk.Set("arm_a", FlowValue.Of(data.Control.Name));
        walk.Set("arm_b", FlowValue.Of(data.Arms[1].Name));
        Sentences.Number(walk, "arm_count", data.Arms.Count);
        Sentences.Number(walk, "data_days", data.Days.Count > 0 ? data.Days.Count * data.StepDays : null);
        Sentences.Day(walk, "data_from", data.Days.Count > 0 ? data.Days[0].Day : null);
        Sentences.Day(walk, "data_to", data.Days.Count > 0 ? data.Days[^1].Day.AddDays(data.StepDays - 1) : null);
        var even = SampleRatio.Of([.. data.Arms.Select(a => a.Counts.Users)], [.. data.Arms.Select(_ => 1.0)]);
        walk.Set("data_even", FlowValue.Of(!even.Mismatch));

        var days = data.Days.Count > 0 ? data.Days.Count * data.StepDays
            : walk.Lookup("plan_from")?.Date is { } from && walk.Lookup("plan_to")?.Date is { } to ? to.DayNumber - from.DayNumber + 1 : UsualDays;
        Sentences.Number(walk, "looks_daily", Math.Max(days, 2));
        Sentences.Number(walk, "looks_weekly", Math.Max((int)Math.Round(days / 7.0), 2));
    }

    private void Echo(FlowWalk walk, Step step, OfferData data)
    {
        var facts = new List<Fact>();
        foreach (var (arm, index) in data.Arms.Select((a, i) => (a, i)))
        {
            Sentences.Number(walk, "arm_users", arm.Counts.Users);
            Sentences.Number(walk, "arm_conversions", arm.Counts.Conversions);
            Sentences.Number(walk, "arm_rate", arm.Counts.Rate, "%");
            facts.Add(new Fact(index == 0 ? string.Create(CultureInfo.InvariantCulture, $"{arm.Name} ({walk.Word(step, "control")})") : arm.Name, walk.Word(step, "arm") ?? ""));
        }

        if (data.Days.Count > 0)
        {
            facts.Add(new Fact(walk.Word(step, "period-label") ?? "", walk.Word(step, "period") ?? ""));
        }

        walk.Say([new FactsPart(facts), .. data.Cautions.Take(MostCautions).Select(c => new NoticePart(NoticeTone.Info, c.In(texts, walk.Voice)))], joinNext: true);
    }
}
