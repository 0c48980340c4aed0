using MentorBot.Language;

namespace MentorBot.Tests.Language;

/// <summary>Our own phrasings and a blind set, written before the rules by somebody who had not seen them. Both only ever show numbers per label.</summary>
public sealed class UnderstandingPhrasingsTests(ITestOutputHelper output)
{
    private static readonly Understanding Understanding = Prompts.Understanding();

    [Theory]
    [InlineData("fr", .98, .98, .005, .035)]
    [InlineData("en", .96, .99, .005, .06)]
    public void Our_phrasings_are_understood(string locale, double accuracy, double distressRecall, double falseAlarms, double falseGestures) =>
        Check($"dev.{locale}.tsv", locale, accuracy, distressRecall, falseAlarms, falseGestures, (w, g, t) => output.WriteLine($"MISS {w} -> {g}: {t}"));

    [Theory]
    [InlineData("fr", .87, .95, .01, .09)]
    [InlineData("en", .82, .91, .02, .115)]
    public void Blind_phrasings_are_understood(string locale, double accuracy, double distressRecall, double falseAlarms, double falseGestures) =>
        Check($"blind.{locale}.tsv", locale, accuracy, distressRecall, falseAlarms, falseGestures, null);

    private void Check(string file, string locale, double accuracy, double distressRecall, double falseAlarms, double falseGestures, Action<string, string, string>? onMiss)
    {
        var score = PhrasingScore.Of(Understanding, file, locale, onMiss);
        output.WriteLine(score.ToString());
        Assert.True(score.Accuracy >= accuracy, $"accuracy {score.Accuracy}");
        Assert.True(score.DistressRecall >= distressRecall, $"distress recall {score.DistressRecall}");
        Assert.True(score.FalseAlarms <= falseAlarms, $"false alarms {score.FalseAlarms}");
        Assert.True(score.FalseGestures <= falseGestures, $"ordinary lines taken for a gesture {score.FalseGestures}");
    }
}
