using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Finds which of several labels somebody meant by typing: its number, its words, or its words with a slip.</summary>
internal static partial class ChoiceMatcher
{
    private static readonly Dictionary<string, int> Ordinals = new()
    {
        ["premier"] = 0,
        ["premiere"] = 0,
        ["first"] = 0,
        ["1er"] = 0,
        ["1ere"] = 0,
        ["1st"] = 0,
        ["deuxieme"] = 1,
        ["second"] = 1,
        ["seconde"] = 1,
        ["2e"] = 1,
        ["2eme"] = 1,
        ["2nd"] = 1,
        ["troisieme"] = 2,
        ["third"] = 2,
        ["3e"] = 2,
        ["3eme"] = 2,
        ["3rd"] = 2,
        ["quatrieme"] = 3,
        ["fourth"] = 3,
        ["4e"] = 3,
        ["4eme"] = 3,
        ["4th"] = 3,
        ["cinquieme"] = 4,
        ["fifth"] = 4,
        ["5e"] = 4,
        ["5eme"] = 4,
        ["5th"] = 4,
    };

    private static readonly HashSet<string> Articles = ["le", "la", "l", "les", "the", "option", "choix", "choice", "numero", "number", "n", "one"];

    /// <returns>From 1: "third" is 3; null when the word is no ordinal.</returns>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var index) ? index + 1 : null;

    /// <returns>Null when none is meant, or several could be.</returns>
    public static int? Match(string typed, IReadOnlyList<string> labels)
    {
        var said = Fold(typed);
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Articles.Contains(w)).ToList();
        if (words is [var only] && (int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : Ordinals.GetValueOrDefault(only, -1)) is var index
            && index >= 0 && index < labels.Count)
        {
            return index;
        }

        var folded = labels.Select(Fold).ToList();
        return said.Length == 0 ? null
            : Only(folded, l => l == said)
            ?? (said.Length >= 3 ? Only(folded, l => l.StartsWith(said, StringComparison.Ordinal)) : null)
            ?? Only(folded, l => l.Length >= 3 && $" {said} ".Contains($" {l} ", StringComparison.Ordinal))
            ?? (said.Length >= 6 ? Only(folded, l => $" {l} ".Contains($" {said} ", StringComparison.Ordinal)) : null)
            ?? (words.Count > 0 && words.TrueForAll(w => w.Length >= 3) ? Only(folded, l => words.TrueForAll(w => Words(l).Any(x => x.StartsWith(w, StringComparison.Ordinal)))) : null)
            ?? (said.Length >= 4 ? Only(folded, l => Distance(l, said) <= Math.Max(1, Math.Min(l.Length, said.Length) / 4)) : null);
    }

    /// <summary>Several labels in one answer: "1, 3", "la balise et le consentement". A label that holds a comma or an "and" itself is seen whole before anything is cut there.</summary>
    /// <returns>In the order in which they were named; null when some part of the answer is none of them.</returns>
    public static IReadOnlyList<int>? MatchMany(string typed, IReadOnlyList<string> labels)
    {
        var parts = Between().Split(typed.Trim());
        // Even places hold the parts, odd ones what stands between them.
        var picked = new List<int>();
        for (var from = 0; from < parts.Length;)
        {
            if ((Exact(parts, from, labels) ?? Closest(parts[from], labels, from + 2)) is var (index, next))
            {
                picked.Add(index);
                from = next;
            }
            else if (parts[from].Length == 0)
            {
                from += 2;
            }
            else
            {
                return null;
            }
        }

        return picked.Count > 0 ? picked : null;
    }

    /// <summary>The longest run of parts from here that is a label as it stands, or begins one.</summary>
    private static (int Index, int Next)? Exact(string[] parts, int from, IReadOnlyList<string> labels)
    {
        var folded = labels.Select(Fold).ToList();
        for (var to = parts.Length; to > from + 1; to -= 2)
        {
            var said = Fold(string.Concat(parts[from..to]));
            if ((Only(folded, l => l == said) ?? Only(folded, l => said.Length >= 3 && l.StartsWith(said, StringComparison.Ordinal))) is { } index)
            {
                return (index, to + 1);
            }
        }

        return null;
    }

    private static (int Index, int Next)? Closest(string part, IReadOnlyList<string> labels, int next) => Match(part, labels) is { } index ? (index, next) : null;

    [GeneratedRegex(@"(\s*[,;+\n]\s*(?:(?:et|and)\s+)?|\s+(?:et|and|&)\s+|(?<=\d)\s+(?=\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary>Lower case, no accents, words apart by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in SoundText.Decomposed(text, NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int? Only(List<string> labels, Func<string, bool> fits)
    {
        var found = Enumerable.Range(0, labels.Count).Where(i => fits(labels[i])).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Edits between two words: insert, delete, replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
