using System.Globalization;
using System.Text;
using MentorBot.Language;

namespace MentorBot.Tests.Language;

/// <summary>How well a file of labelled phrasings is understood. It keeps counts per label only, so that a blind file stays blind.</summary>
internal sealed class PhrasingScore
{
    private readonly SortedDictionary<string, int[]> _labels = new(StringComparer.Ordinal);

    public int Lines { get; private set; }

    public int Right { get; private set; }

    public double Accuracy => (double)Right / Lines;

    public double DistressRecall => Recall("distress");

    /// <summary>Share of lines that are not distress and were taken for it.</summary>
    public double FalseAlarms => (double)_labels["distress"][2] / (Lines - _labels["distress"][0]);

    /// <summary>Share of ordinary lines that were taken for any gesture.</summary>
    public double FalseGestures => 1 - Recall("none");

    public double LanguageRight { get; private set; }

    public static PhrasingScore Of(Understanding understanding, string file, string locale, Action<string, string, string>? onMiss = null)
    {
        var score = new PhrasingScore();
        int told = 0, toldRight = 0;
        foreach (var line in File.ReadLines(Path.Combine(Prompts.TestFolder, "Language", "Phrasings", file)).Where(l => l.Contains('\t', StringComparison.Ordinal)))
        {
            var (wanted, text) = (line[..line.IndexOf('\t', StringComparison.Ordinal)].Trim(), line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            var read = understanding.Read(text, locale);
            var got = LabelOf(read);
            told += read.TypedLocale is null ? 0 : 1;
            toldRight += read.TypedLocale == locale ? 1 : 0;
            score.Lines++;
            score.Of(wanted)[0]++;
            if (got == wanted)
            {
                score.Right++;
                score.Of(wanted)[1]++;
            }
            else
            {
                score.Of(got)[2]++;
                onMiss?.Invoke(wanted, got, text);
            }
        }

        score.LanguageRight = (double)toldRight / Math.Max(1, told);
        return score;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Right}/{Lines} = {Accuracy:P1}; distress recall {DistressRecall:P1}, false alarms {FalseAlarms:P2}; ordinary lines taken for a gesture {FalseGestures:P1}; typed language right {LanguageRight:P1}");
        foreach (var (label, n) in _labels)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {label,-28} n {n[0],3}  recall {(n[0] == 0 ? 0 : (double)n[1] / n[0]),7:P0}  precision {(n[1] + n[2] == 0 ? 0 : (double)n[1] / (n[1] + n[2])),7:P0}");
        }

        return text.ToString();
    }

    private double Recall(string label) => Of(label) is var n && n[0] > 0 ? (double)n[1] / n[0] : 1;

    private int[] Of(string label) => _labels.TryGetValue(label, out var n) ? n : _labels[label] = new int[3];

    /// <summary>The files label what leaves an ordinary answer; yes, no and "no idea" are answers there.</summary>
    private static string LabelOf(Understood read) => read.Gesture switch
    {
        Gesture.None or Gesture.Yes or Gesture.No or Gesture.DontKnow => "none",
        Gesture.Define => $"define:{read.Subject}",
        Gesture.Mission => $"mission:{read.Subject}",
        Gesture.SpeakLanguage => $"language:{read.Subject}",
        Gesture.UseTu => "tu",
        Gesture.UseVous => "vous",
        Gesture.JustNumber => "just-number",
        Gesture.WhoSees => "who-sees",
        Gesture.ReturnTo => "back",
        Gesture.ShowArithmetic => "arithmetic",
        _ => read.Gesture.ToString().ToLowerInvariant(),
    };
}
