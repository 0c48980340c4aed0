using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MentorBot.Language;

/// <summary>
/// A small linear classifier (multinomial logistic regression), trained at start from the example phrasings, always in the same order:
/// the same files give the same answers in every process.
/// </summary>
internal sealed class PhraseClassifier
{
    private const int Epochs = 12;

    /// <summary>An example whose own label misses less than this much probability teaches nothing more in that round.</summary>
    private const float Learnt = .02f;

    private readonly string[] _labels;
    private readonly int _width;
    private readonly float[] _weights;

    private PhraseClassifier(string[] labels)
    {
        _labels = labels;
        _width = (labels.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[Features.Buckets * _width];
    }

    public static PhraseClassifier Train(IReadOnlyList<(string Label, int[] Features)> examples)
    {
        var classifier = new PhraseClassifier([.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)]);
        classifier.Learn(examples);
        return classifier;
    }

    /// <returns>The probability of one label; 0 for a label that no example has.</returns>
    public double ProbabilityOf(string label, int[] features)
    {
        var at = Array.BinarySearch(_labels, label, StringComparer.Ordinal);
        Span<float> scores = stackalloc float[_width];
        Score(features, scores);
        return at >= 0 ? scores[at] : 0;
    }

    /// <returns>The likeliest label and its probability.</returns>
    public (string Label, double Probability) Best(int[] features)
    {
        Span<float> scores = stackalloc float[_width];
        Score(features, scores);
        var best = 0;
        for (var i = 1; i < _labels.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (_labels[best], scores[best]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(IReadOnlyList<(string Label, int[] Features)> examples)
    {
        var targets = examples.Select(e => Array.BinarySearch(_labels, e.Label, StringComparer.Ordinal)).ToArray();
        var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan());
        Span<float> scores = stackalloc float[_width];
        // A stride that shares no factor with the count visits every example once, far from its siblings.
        var stride = Stride(examples.Count);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var rate = 2.5f / (1 + (.25f * epoch));
            for (int n = 0, at = epoch; n < examples.Count; n++, at += stride)
            {
                var index = at % examples.Count;
                var features = examples[index].Features;
                Score(features, scores);
                scores[targets[index]] -= 1;
                if (scores[targets[index]] > -Learnt)
                {
                    continue;
                }

                var step = rate / MathF.Sqrt(features.Length);
                var error = MemoryMarshal.Cast<float, Vector<float>>(scores);
                var lanes = error.Length;
                for (var k = 0; k < lanes; k++)
                {
                    error[k] *= step;
                }

                foreach (var feature in features)
                {
                    var row = weights.Slice(feature * lanes, lanes);
                    for (var k = 0; k < row.Length; k++)
                    {
                        row[k] -= error[k];
                    }
                }
            }
        }
    }

    /// <summary>Fills in the probabilities; the padding stays at zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(int[] features, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan());
        foreach (var feature in features)
        {
            var row = weights.Slice(feature * sums.Length, sums.Length);
            for (var k = 0; k < row.Length; k++)
            {
                sums[k] += row[k];
            }
        }

        var length = MathF.Sqrt(Math.Max(1, features.Length));
        var highest = float.MinValue;
        for (var i = 0; i < _labels.Length; i++)
        {
            scores[i] /= length;
            highest = Math.Max(highest, scores[i]);
        }

        var sum = 0f;
        for (var i = 0; i < _labels.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - highest);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = i < _labels.Length ? scores[i] / sum : 0;
        }
    }

    private static int Stride(int count)
    {
        var stride = Math.Max(1, (int)(count * .618));
        while (BigInteger.GreatestCommonDivisor(stride, Math.Max(1, count)) != 1)
        {
            stride++;
        }

        return stride;
    }
}
