using System.Globalization;
using System.Text;

namespace MentorBot.Messages;

/// <summary>Numbers in letters, zero to thousands, in French and English; round quantities ("une dizaine", "a dozen") are approximate.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, double> Small = Table(
        "0 zero", "1 un une one a an", "2 deux two", "3 trois three", "4 quatre four", "5 cinq five", "6 six", "7 sept seven", "8 huit eight", "9 neuf nine", "10 dix ten",
        "11 onze eleven", "12 douze twelve", "13 treize thirteen", "14 quatorze fourteen", "15 quinze fifteen", "16 seize sixteen", "17 seventeen", "18 eighteen", "19 nineteen",
        "20 vingt vingts twenty", "30 trente thirty", "40 quarante forty", "50 cinquante fifty", "60 soixante sixty", "70 septante seventy", "80 huitante octante eighty", "90 nonante ninety");

    private static readonly Dictionary<string, double> Round = Table(
        "2 couple", "10 dizaine", "12 douzaine dozen", "15 quinzaine", "20 vingtaine", "30 trentaine", "40 quarantaine", "50 cinquantaine", "60 soixantaine", "100 centaine", "1000 millier");

    private static readonly Dictionary<string, double> Part = Table("0.5 moitie demi half", "0.25 quart quarter", "0.3333333333333333 tiers third");

    /// <summary>The first number in letters. A lone article ("un", "a") counts only when it is the whole text.</summary>
    public static Typed<double> Read(string text)
    {
        var words = Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (Part.TryGetValue(words[i], out var part))
            {
                // "2 tiers" and "three quarters" are beyond a chat answer; only the single part is read.
                return Typed<double>.One(part);
            }

            var end = i;
            var (value, approximate) = Sum(words, ref end);
            if (end == i || (end < words.Count && Part.ContainsKey(words[end])))
            {
                continue;
            }

            var article = end == i + 1 && words[i] is "un" or "une" or "a" or "an" or "one";
            if (!article || words.Count == 1)
            {
                return Typed<double>.One(value, approximate);
            }

            i = end - 1;
        }

        return Typed<double>.Nothing;
    }

    /// <summary>Lower case, without accents, split at anything that is no letter.</summary>
    internal static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in SoundText.Decomposed(text, NormalizationForm.FormD))
        {
            if (char.IsLetter(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <param name="rows">A value, then the words for it.</param>
    private static Dictionary<string, double> Table(params string[] rows) =>
        rows.Select(r => r.Split(' ')).SelectMany(r => r.Skip(1).Select(w => (Word: w, Value: double.Parse(r[0], CultureInfo.InvariantCulture)))).ToDictionary(r => r.Word, r => r.Value, StringComparer.Ordinal);

    private static (double Value, bool Approximate) Sum(List<string> words, ref int at)
    {
        double total = 0, current = 0;
        var approximate = false;
        var any = false;
        for (; at < words.Count; at++)
        {
            var word = words[at];
            if (word is "et" or "and" && any && at + 1 < words.Count && Small.TryGetValue(words[at + 1], out var next) && next < 20)
            {
                continue;
            }

            if (Round.TryGetValue(word.TrimEnd('s'), out var round) || Round.TryGetValue(word, out round))
            {
                current = Math.Max(current, 1) * round;
                approximate = true;
            }
            else if (word is "cent" or "cents" or "hundred" or "hundreds")
            {
                current = Math.Max(current, 1) * 100;
            }
            else if (word is "mille" or "thousand")
            {
                total += Math.Max(current, 1) * 1000;
                current = 0;
            }
            else if (word is "million" or "millions")
            {
                total += Math.Max(current, 1) * 1e6;
                current = 0;
            }
            else if (Small.TryGetValue(word, out var small) && Joins(current, small, any, words, at))
            {
                // "quatre-vingts": four twenties.
                current = word is "vingt" or "vingts" && current % 100 == 4 ? current - 4 + 80 : current + small;
            }
            else
            {
                break;
            }

            any = true;
        }

        return (total + current, approximate);
    }

    /// <summary>Whether a small number continues the one being read: tens take units, sixty and eighty take ten to nineteen; "trois quatre" are two numbers.</summary>
    private static bool Joins(double current, double small, bool any, List<string> words, int at)
    {
        var rest = current % 100;
        return !any || rest == 0 || (rest % 10 == 0 && small < 10) || (rest is 60 or 80 && small < 20) || (rest is 10 or 70 or 90 && small is >= 7 and <= 9)
            || (words[at] is "vingt" or "vingts" && rest == 4);
    }
}
