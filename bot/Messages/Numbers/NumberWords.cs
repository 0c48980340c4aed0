using System.Globalization;
using System.Text;

namespace MentorBot.Messages;

/// <summary>Numbers in letters, zero to thousands, in French and English; round quantities ("une dizaine", "a dozen") are approximate.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, double> Small = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10,
        ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14, ["quinze"] = 15, ["seize"] = 16, ["vingt"] = 20, ["vingts"] = 20, ["trente"] = 30, ["quarante"] = 40,
        ["cinquante"] = 50, ["soixante"] = 60, ["septante"] = 70, ["huitante"] = 80, ["octante"] = 80, ["nonante"] = 90,
        ["one"] = 1, ["a"] = 1, ["an"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
        ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20,
        ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, double> Round = new(StringComparer.Ordinal)
    {
        ["dizaine"] = 10, ["douzaine"] = 12, ["quinzaine"] = 15, ["vingtaine"] = 20, ["trentaine"] = 30, ["quarantaine"] = 40, ["cinquantaine"] = 50, ["soixantaine"] = 60,
        ["centaine"] = 100, ["millier"] = 1000, ["dozen"] = 12, ["couple"] = 2,
    };

    private static readonly Dictionary<string, double> Part = new(StringComparer.Ordinal)
    {
        ["moitie"] = .5, ["demi"] = .5, ["half"] = .5, ["quart"] = .25, ["quarter"] = .25, ["tiers"] = 1 / 3d, ["third"] = 1 / 3d,
    };

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
        foreach (var c in Decompose(text))
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

    /// <summary>Canonical decomposition; a text with broken surrogates is left as it is.</summary>
    internal static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

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
