using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Reads one test in the order of the gates: the counts, the split, then the result and everything that holds it back.</summary>
internal sealed class OfferReader(OfferData data, OfferReadingOptions options)
{
    private const double Alpha = .05;

    public (OfferReading? Reading, Refusal? Refusal) Read()
    {
        var (counted, leftOut, refusal) = ReadPart.Of(data, options);
        if (counted is null)
        {
            return (null, refusal);
        }

        if (OfferChecks.Refuse(counted, options) is { } refused)
        {
            return (null, refused);
        }

        var weights = Shares(options.Weights ?? [.. counted.Arms.Select(_ => 1.0)]);
        var split = SampleRatio.Of([.. counted.Arms.Select(a => a.Counts.Users)], weights);
        var versus = Versus(counted);
        var main = MainOf(versus);
        var decision = split.Mismatch ? OfferDecision.Invalid : versus.Any(v => v.Above) ? OfferDecision.Ship : versus.All(v => v.Below) ? OfferDecision.Stop : OfferDecision.Continue;
        var chances = ChanceBest.Best([.. counted.Arms.Select(a => a.Counts)]);
        var earliest = EarliestRead(counted);
        var reading = new OfferReading
        {
            Data = counted,
            Options = options,
            Weights = weights,
            Split = split,
            Peeking = Peeked(main),
            Versus = versus,
            Main = main,
            Decision = decision,
            LeftOut = leftOut,
            ChanceBest = chances,
            ExpectedLoss = counted.Arms.Where((_, i) => i != main.Index).Max(o => ChanceBest.LossOf(main.Compared.B, o.Counts)),
            EarliestRead = earliest,
            Provisional = earliest is { } day && options.Today is { } today && today < day,
            DecideNow = OfferNote.Of("decide.invalid"),
        };
        if (decision != OfferDecision.Invalid)
        {
            reading = reading with
            {
                Guardrails = [.. options.Guardrails.Select(g => GuardrailReader.Of(counted, main.Index, g)).OfType<GuardrailReading>()],
                Segments = [.. options.Segments.Select(k => SegmentsReader.Of(counted, main, k)).OfType<SegmentsReading>()],
                Novelty = NoveltyReader.Of(counted, main),
                Value = ValueOf(counted, main),
                Exaggerated = ExaggeratedBy(main),
                Settling = main.Decided ? null : SettlingOf(counted, main),
            };
        }

        return (OfferReasons.Told(reading), null);
    }

    /// <summary>Holm's steps, each with the range of its own confidence: a range leaves zero out where the step rejects.</summary>
    private List<ArmReading> Versus(OfferData counted)
    {
        var control = counted.Control.Counts;
        var first = counted.Arms.Skip(1).Select(a => RateComparison.Of(control, a.Counts)).ToList();
        var looks = first.Count * Math.Max(1, options.Metrics);
        var adjusted = Correction.Holm([.. first.Select(c => c.P)], looks);
        var confidence = new double[first.Count];
        var (step, rejecting) = (0, true);
        foreach (var i in Enumerable.Range(0, first.Count).OrderBy(i => first[i].P))
        {
            confidence[i] = 1 - Alpha / (looks - step);
            rejecting = rejecting && RateComparison.Of(control, first[i].B, confidence[i]).Decided;
            step += rejecting ? 1 : 0;
        }

        return [.. first.Select((c, i) => new ArmReading(i + 1, counted.Arms[i + 1].Name, looks == 1 ? c : RateComparison.Of(control, c.B, confidence[i]), adjusted[i], confidence[i]))];
    }

    private static ArmReading MainOf(List<ArmReading> versus) => (versus.Exists(v => v.Above) ? versus.FindAll(v => v.Above) : versus).MaxBy(v => v.Compared.B.Rate)!;

    private PeekingReading Peeked(ArmReading main)
    {
        var range = Peeking.AnytimeRange(main.Compared.Difference, ErrorOf(main.Compared.A, main.Compared.B), main.Compared.A.Users + main.Compared.B.Users, 1 - main.Confidence);
        return new PeekingReading(options.Looks, options.Looks == 1 ? Alpha : Peeking.FalsePositiveRate(options.Looks), double.IsFinite(range.Low) && double.IsFinite(range.High) ? new Interval(Math.Max(-1, range.Low), Math.Min(1, range.High)) : null);
    }

    private ValueReading? ValueOf(OfferData counted, ArmReading main)
    {
        var conversions = counted.Arms.Sum(a => a.Counts.Conversions);
        var fromData = options.ValuePerConversion is null;
        var each = options.ValuePerConversion ?? (conversions > 0 ? counted.Value / conversions : null);
        return each is > 0 && double.IsFinite(each.Value) && main.Decided
            ? new ValueReading(each.Value, 1000 * each.Value * (main.Above ? main.Compared.Range.Low : main.Compared.Range.High), options.Currency ?? counted.Currency, fromData)
            : null;
    }

    /// <summary>With a plan: whether the test could see the planned effect. Without one: few conversions, and half of what was seen as the truth.</summary>
    private ExaggerationReading? ExaggeratedBy(ArmReading main)
    {
        var compared = main.Compared;
        var error = ErrorOf(compared.A, compared.B);
        if (!main.Decided || !(error > 0))
        {
            return null;
        }

        var planned = options.WorthDifference is > 0;
        var assumed = planned ? options.WorthDifference!.Value : Math.Abs(compared.Difference) / 2;
        var told = Exaggeration.Of(assumed / error, 1 - main.Confidence);
        var few = Math.Min(compared.A.Conversions, compared.B.Conversions) < PlanWarnings.FewConversions;
        return (planned ? told.Power < OfferPlanInput.UsualPower : few) && double.IsFinite(told.Factor) ? new ExaggerationReading(assumed, planned, told) : null;
    }

    private Settling SettlingOf(OfferData counted, ArmReading main)
    {
        var planned = options.WorthDifference is > 0;
        var (from, effect) = (main.Compared.A.Rate, planned ? options.WorthDifference!.Value : Math.Abs(main.Compared.Difference));
        var to = planned ? from + effect : main.Compared.B.Rate;
        if (!(effect > 0 && from is > 0 and < 1 && to is > 0 and < 1))
        {
            return new Settling(effect, planned, null, null, null);
        }

        var needed = Math.Ceiling(SampleSize.PerArm(from, to, 1 - main.Confidence));
        var more = Math.Max(0, needed - Math.Min(main.Compared.A.Users, main.Compared.B.Users));
        double? weeks = DailyOf(counted) is { } daily and > 0 ? Math.Ceiling(more * counted.Arms.Count / daily / 7) : null;
        return new Settling(effect, planned, needed, more, weeks);
    }

    private double? DailyOf(OfferData counted) =>
        options.Daily ?? (counted.Days.Count > 0 ? counted.Arms.Sum(a => a.Counts.Users) / (counted.Days.Count * counted.StepDays) : null);

    private DateOnly? EarliestRead(OfferData counted) =>
        options.FullPrice is { } rule && (rule.LastEntry ?? (counted.Days.Count > 0 ? counted.Days[^1].Day.AddDays(counted.StepDays - 1) : null)) is { } last
            ? last.AddDays(rule.TrialDays + rule.RetryDays)
            : null;

    internal static double ErrorOf(Arm a, Arm b) => Math.Sqrt(a.Rate * (1 - a.Rate) / a.Users + b.Rate * (1 - b.Rate) / b.Users);

    private static List<double> Shares(IReadOnlyList<double> weights) => [.. weights.Select(w => w / weights.Sum())];
}
