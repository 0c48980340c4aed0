using System.Globalization;
using System.Text;
using MentorBot.Messages;

namespace MentorBot.Language;

/// <summary>Cuts a message into words: case, accents, ligatures, apostrophes and stretched letters ("saluuut") are evened out.</summary>
internal static class WordSplitter
{
    private static readonly HashSet<string> Elisions = new(["j", "l", "d", "c", "n", "s", "t", "m", "qu", "jusqu", "lorsqu", "puisqu", "presqu", "quelqu"], StringComparer.Ordinal);

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var letters = new StringBuilder();
        var clause = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsApostrophe(c) && letters.Length > 0 && i + 1 < text.Length && char.IsLetter(text[i + 1]))
            {
                // "j'ai" is two words; "don't" is one.
                if (Elisions.Contains(letters.ToString()))
                {
                    letters.Append('\'');
                    Flush(i);
                }

                continue;
            }

            if (char.IsLetterOrDigit(c) || IsSign(c))
            {
                start = letters.Length == 0 ? i : start;
                AppendPlain(letters, c);
                continue;
            }

            if (IsMark(c))
            {
                continue;
            }

            if (c is '.' or ',' && letters.Length > 0 && char.IsAsciiDigit(letters[^1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                letters.Append(c);
                continue;
            }

            Flush(i);
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                words.Add(new(text.Substring(i, 2), clause, i, i + 2));
                i++;
            }
            else if (c is '.' or ',' or ';' or '!' or '?' or '\n' or ':' or '…' or '(' or ')' or '–' or '—' or '/' && words.Count > 0)
            {
                clause = words[^1].Clause + 1;
            }
        }

        Flush(text.Length);
        Elide(words);
        return words;

        void Flush(int end)
        {
            if (letters.Length > 0)
            {
                words.Add(new(Settle(letters), clause, start, end));
                letters.Clear();
            }
        }
    }

    /// <summary>"j ai" and "a-t-il" are typed without their apostrophe; "c koi" is a short form and stays.</summary>
    private static void Elide(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Text.Length <= 2 && Elisions.Contains(words[i].Text) && words[i + 1].Text[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h')
            {
                words[i] = words[i] with { Text = words[i].Text + "'" };
            }
        }
    }

    /// <summary>The words of a phrase that we wrote ourselves.</summary>
    public static string[] Plain(string phrase) => [.. Split(phrase).Select(w => w.Text)];

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4';

    private static bool IsSign(char c) => c is '€' or '$' or '£' or '%';

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static void AppendPlain(StringBuilder to, char c)
    {
        switch (c)
        {
            case 'œ' or 'Œ':
                to.Append("oe");
                break;
            case 'æ' or 'Æ':
                to.Append("ae");
                break;
            case < '\u0080':
                to.Append(char.ToLowerInvariant(c));
                break;
            default:
                to.Append(char.IsSurrogate(c) ? c : char.ToLowerInvariant(SoundText.Decomposed(c.ToString(), NormalizationForm.FormD)[0]));
                break;
        }
    }

    /// <summary>Digits and money become one figure; three or more of a letter become one.</summary>
    private static string Settle(StringBuilder letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (IsSign(letters[i]) || (char.IsAsciiDigit(letters[i]) && i == 0))
            {
                return Word.Figure;
            }
        }

        var length = 0;
        for (var i = 0; i < letters.Length;)
        {
            var run = i;
            while (run < letters.Length && letters[run] == letters[i])
            {
                run++;
            }

            var (c, kept) = (letters[i], run - i >= 3 ? 1 : run - i);
            for (var k = 0; k < kept; k++)
            {
                letters[length++] = c;
            }

            i = run;
        }

        return letters.ToString(0, length);
    }
}
