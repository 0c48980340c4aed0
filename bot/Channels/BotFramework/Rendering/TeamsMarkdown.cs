using System.Text;
using System.Text.RegularExpressions;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// Our small markup as Teams' markdown: **bold**, lists and line breaks stay, every other sign that markdown would eat is shown as written.
/// A card and a message's text differ: in a text HTML is taken for HTML, in a card it is not. Source: facts/bot-framework.md 5.1.
/// </summary>
internal static partial class TeamsMarkdown
{
    private const string Item = "- ";

    public static bool IsItem(string line) => line.StartsWith(Item, StringComparison.Ordinal);

    /// <summary>A whole text for an activity. Every line ends hard, so that clients without lists still show one item a line.</summary>
    public static string Text(IEnumerable<MarkdownLine> lines)
    {
        var text = new StringBuilder();
        MarkdownLine? before = null;
        foreach (var line in lines)
        {
            if (before is { } last)
            {
                // Two spaces before an empty line say nothing to Teams; they tell a lone line end from an empty line of the text.
                text.Append(line.After switch
                {
                    LineGap.Paragraph => "\n\n",
                    LineGap.Part => "  \n\n",
                    _ => IsItem(last.Text) && !IsItem(line.Text) ? "  \n\n" : "  \n",
                });
            }

            text.Append(Line(line.Text, card: false));
            before = line;
        }

        return text.ToString();
    }

    /// <summary>One line; "- " at its start makes an item of a list.</summary>
    public static string Line(string line, bool card) => IsItem(line) ? Item + Start(line[Item.Length..].TrimStart(), card) : Start(line, card);

    /// <summary>Words that have no markup of ours: a label, a cell.</summary>
    public static string Plain(string words, bool card) => Leading(Escape(words.ReplaceLineEndings(" "), card), card);

    private static string Start(string line, bool card)
    {
        var pieces = line.Split("**");
        var marked = new StringBuilder(line.Length + 8);
        for (var i = 0; i < pieces.Length; i++)
        {
            var bold = i % 2 == 1;
            if (bold && i < pieces.Length - 1 && pieces[i].Trim() is { Length: > 0 } words && Flanks(pieces[i - 1], words, pieces[i + 1]))
            {
                var lead = pieces[i][..(pieces[i].Length - pieces[i].TrimStart().Length)];
                var tail = pieces[i][pieces[i].TrimEnd().Length..];
                marked.Append(lead).Append("**").Append(Escape(words, card)).Append("**").Append(tail);
            }
            else
            {
                // Stars that are not closed are left out, as they are in the plain text.
                marked.Append(Escape(pieces[i], card));
            }
        }

        return Leading(marked.ToString(), card);
    }

    /// <summary>CommonMark opens and closes bold only where the stars touch the word on one side; else they would be shown.</summary>
    private static bool Flanks(string before, string words, string after) =>
        (char.IsLetterOrDigit(words[0]) || before.Length == 0 || !char.IsLetterOrDigit(before[^1])) &&
        (char.IsLetterOrDigit(words[^1]) || after.Length == 0 || !char.IsLetterOrDigit(after[0]));

    private static string Escape(string words, bool card)
    {
        var escaped = new StringBuilder(words.Length + 16);
        var done = 0;
        foreach (Match address in Address().Matches(words))
        {
            Escape(escaped, words, done, address.Index, card);
            escaped.Append(address.ValueSpan);
            done = address.Index + address.Length;
        }

        Escape(escaped, words, done, words.Length, card);
        return escaped.ToString();
    }

    private static void Escape(StringBuilder escaped, string words, int from, int to, bool card)
    {
        for (var i = from; i < to; i++)
        {
            var sign = words[i];
            var next = i + 1 < words.Length ? words[i + 1] : '\0';
            switch (sign)
            {
                case '\\' or '*' or '_' or '`':
                case '[' or ']' when words.Contains("](", StringComparison.Ordinal):
                case '~' when next == '~' || (i > 0 && words[i - 1] == '~'):
                case '<' when card && (char.IsAsciiLetter(next) || next is '/' or '!'):
                case '&' when card && (char.IsAsciiLetter(next) || next == '#'):
                    escaped.Append('\\').Append(sign);
                    break;
                case '<' when !card:
                    escaped.Append("&lt;");
                    break;
                case '&' when !card && (char.IsAsciiLetter(next) || next == '#'):
                    escaped.Append("&amp;");
                    break;
                default:
                    escaped.Append(sign);
                    break;
            }
        }
    }

    /// <summary>Signs that make something of a line only at its start: a heading, a quote, a numbered list, a rule.</summary>
    private static string Leading(string line, bool card)
    {
        if (line.Length == 0)
        {
            return line;
        }

        if (line[0] == '>')
        {
            return (card ? "\\>" : "&gt;") + line[1..];
        }

        if (Numbered().Match(line) is { Success: true } numbered)
        {
            return line.Insert(numbered.Length - 1, "\\");
        }

        return line[0] is '#' or '+' or '=' or '|' || (line[0] == '-' && (line.Length == 1 || line[1] is '-' or ' ')) ? "\\" + line : line;
    }

    [GeneratedRegex(@"https?://[^\s<>*]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\d{1,9}[.)](?=\s|$)")]
    private static partial Regex Numbered();
}
