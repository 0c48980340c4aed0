using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Reads one test on an average per person in the order of the gates: the split, then the result and what holds it back.</summary>
internal sealed class MeanReader(MeanData data, OfferReadingOptions options)
{
    private const double Alpha = .05;

    public MeanReading Read()
    {
        IReadOnlyList<double> planned = options.Weights ?? [.. data.Arms.Select(_ => 1.0)];
        var weights = planned.Select(w => w / planned.Sum()).ToList();
        var split = SampleRatio.Of([.. data.Arms.Select(a => a.Figures.Users)], weights);
        var versus = Versus();
        var main = (versus.Exists(v => v.Above) ? versus.FindAll(v => v.Above) : versus).MaxBy(v => v.Compared.B.Mean)!;
        var decision = split.Mismatch ? OfferDecision.Invalid : versus.Exists(v => v.Above) ? OfferDecision.Ship : versus.TrueForAll(v => v.Below) ? OfferDecision.Stop : OfferDecision.Continue;
        var earliest = options.FullPrice is { LastEntry: { } last } rule ? last.AddDays(rule.TrialDays + rule.RetryDays) : (DateOnly?)null;
        var reading = new MeanReading
        {
            Data = data,
            Options = options,
            Weights = weights,
            Split = split,
            Peeking = Peeked(main),
            Versus = versus,
            Main = main,
            Decision = decision,
            EarliestRead = earliest,
            Provisional = earliest is { } day && options.Today is { } today && today < day,
            DecideNow = OfferNote.Of("decide.invalid"),
        };
        return MeanReasons.Told(decision == OfferDecision.Invalid ? reading : reading with
        {
            WithoutLargest = data.Tail is { } tail && tail.Without[0].Error + tail.Without[main.Index].Error > 0 ? MeanComparison.Of(tail.Without[0], tail.Without[main.Index], main.Confidence) : null,
            Exaggerated = ExaggeratedBy(main),
            Settling = main.Decided ? null : SettlingOf(main),
        });
    }

    /// <summary>Holm's steps, each with the range of its own confidence: a range leaves zero out where the step rejects.</summary>
    private List<MeanArmReading> Versus()
    {
        var control = data.Control.Figures;
        MeanComparison Against(int arm, double confidence) => MeanComparison.Of(control, data.Arms[arm].Figures, confidence);
        var first = Enumerable.Range(1, data.Arms.Count - 1).Select(i => Against(i, 1 - Alpha)).ToList();
        var adjusted = Correction.Holm([.. first.Select(c => c.P)], first.Count);
        var confidence = new double[first.Count];
        var (step, rejecting) = (0, true);
        foreach (var i in Enumerable.Range(0, first.Count).OrderBy(i => first[i].P))
        {
            confidence[i] = 1 - Alpha / (first.Count - step);
            rejecting = rejecting && Against(i + 1, confidence[i]).Decided;
            step += rejecting ? 1 : 0;
        }

        return [.. first.Select((c, i) => new MeanArmReading(i + 1, data.Arms[i + 1].Name, first.Count == 1 ? c : Against(i + 1, confidence[i]), adjusted[i], confidence[i]))];
    }

    private PeekingReading Peeked(MeanArmReading main)
    {
        var compared = main.Compared;
        var range = Peeking.AnytimeRange(compared.Difference, compared.Error, compared.A.Users + compared.B.Users, 1 - main.Confidence);
        return new PeekingReading(options.Looks, options.Looks == 1 ? Alpha : Peeking.FalsePositiveRate(options.Looks), double.IsFinite(range.Low) && double.IsFinite(range.High) ? range : null);
    }

    /// <summary>Only with a plan: a test too small for the effect that it was planned for overstates what it finds.</summary>
    private ExaggerationReading? ExaggeratedBy(MeanArmReading main)
    {
        if (!main.Decided || options.WorthDifference is not { } effect || !(effect > 0))
        {
            return null;
        }

        var told = Exaggeration.Of(effect / main.Compared.Error, 1 - main.Confidence);
        return told.Power < OfferPlanInput.UsualPower && double.IsFinite(told.Factor) ? new ExaggerationReading(effect, true, told) : null;
    }

    private Settling SettlingOf(MeanArmReading main)
    {
        var compared = main.Compared;
        var planned = options.WorthDifference is > 0;
        var effect = planned ? options.WorthDifference!.Value : Math.Abs(compared.Difference);
        if (!(effect > 0))
        {
            return new Settling(effect, planned, null, null, null);
        }

        // Both arms as they spread: the mean of the two variances stands for each.
        var spread = Math.Sqrt((compared.A.Deviation * compared.A.Deviation + compared.B.Deviation * compared.B.Deviation) / 2);
        var needed = Math.Ceiling(SampleSize.PerArmForMeans(effect, spread, 1 - main.Confidence));
        var more = Math.Max(0, needed - Math.Min(compared.A.Users, compared.B.Users));
        return new Settling(effect, planned, needed, more, options.Daily is > 0 and var daily ? Math.Ceiling(more * data.Arms.Count / daily / 7) : null);
    }
}
