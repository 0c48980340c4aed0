using MentorBot.Language;

namespace MentorBot.Tests.Language;

/// <summary>Our own phrasings and a blind set, written before the rules by somebody who had not seen them. Both only ever show numbers per label.</summary>
public sealed class UnderstandingPhrasingsTests(ITestOutputHelper output)
{
    private static readonly Understanding Understanding = Prompts.Understanding();

    [Theory]
    [InlineData("fr", .97, 1, .03)]
    [InlineData("en", .95, .97, .03)]
    public void Our_phrasings_are_understood(string locale, double accuracy, double distressRecall, double falseGestures) =>
        Check($"dev.{locale}.tsv", locale, accuracy, distressRecall, falseGestures, (w, g, t) => output.WriteLine($"MISS {w} -> {g}: {t}"));

    [Theory]
    [InlineData("fr", .85, .9, .09)]
    [InlineData("en", .81, .74, .12)]
    public void Blind_phrasings_are_understood(string locale, double accuracy, double distressRecall, double falseGestures) =>
        Check($"blind.{locale}.tsv", locale, accuracy, distressRecall, falseGestures, null);

    private void Check(string file, string locale, double accuracy, double distressRecall, double falseGestures, Action<string, string, string>? onMiss)
    {
        var score = PhrasingScore.Of(Understanding, file, locale, onMiss);
        output.WriteLine(score.ToString());
        Assert.True(score.Accuracy >= accuracy, $"accuracy {score.Accuracy}");
        Assert.True(score.DistressRecall >= distressRecall, $"distress recall {score.DistressRecall}");
        Assert.True(score.FalseAlarms <= .015, $"false alarms {score.FalseAlarms}");
        Assert.True(score.FalseGestures <= falseGestures, $"ordinary lines taken for a gesture {score.FalseGestures}");
    }
}
