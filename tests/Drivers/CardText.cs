using System.Text;
using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Tests.Drivers;

/// <summary>
/// An activity as somebody reads it out: the words of its text or of its card, a line for every line. Of one activity it gives exactly the message's plain text,
/// so that talks over this channel compare with talks over the others. What the channel adds (subtle lines, the button under a list of choices) is left out.
/// </summary>
internal static class CardText
{
    /// <summary>Several activities of one delivery, one under the other; exact where the delivery fits one activity.</summary>
    public static string Of(IEnumerable<Activity> activities) => string.Join("\n", activities.Select(Of).Where(t => t.Length > 0));

    public static string Of(Activity activity) => activity switch
    {
        { Text: { } text } => FromText(text),
        { Attachments: [{ Content: { } offer }] } when IsOffer(activity) => offer.GetProperty("acceptContext").GetProperty("name").GetString()!,
        { Attachments: [{ Content: { } card }] } => OfCard(card),
        _ => "",
    };

    /// <summary>A file that is offered in an activity of its own, beneath the message that it belongs to.</summary>
    public static bool IsOffer(Activity activity) => activity.Attachments is [{ ContentType: "application/vnd.microsoft.teams.card.file.consent" }];

    public static string OfCard(JsonElement card) => Join(card.GetProperty("body"), bodyLevel: true);

    private static string Join(JsonElement items, bool bodyLevel)
    {
        var said = new StringBuilder();
        var number = 0;
        foreach (var item in items.EnumerateArray())
        {
            var words = Element(item, ref number);
            if (bodyLevel)
            {
                number = 0;
            }

            if (words.Length > 0)
            {
                said.Append(said.Length == 0 ? "" : !bodyLevel && Text(item, "spacing") == "Medium" ? "\n\n" : "\n").Append(words);
            }
        }

        return said.ToString();
    }

    private static string Element(JsonElement element, ref int number)
    {
        switch (Text(element, "type"))
        {
            case "TextBlock":
                return element.TryGetProperty("isSubtle", out var subtle) && subtle.GetBoolean() ? "" : FromCard(Text(element, "text"));
            case "Container" when Text(element, "id").StartsWith("rows-", StringComparison.Ordinal):
                return Rows(element.GetProperty("items"));
            case "Container":
                return Join(element.GetProperty("items"), bodyLevel: false);
            case "FactSet":
                return string.Join("\n", element.GetProperty("facts").EnumerateArray().Select(f => $"{FromCard(Text(f, "title"))}: {FromCard(Text(f, "value"))}"));
            case "Table":
                return string.Join("\n", element.GetProperty("rows").EnumerateArray().Select(r => string.Join(" | ", r.GetProperty("cells").EnumerateArray().Select(c => Join(c.GetProperty("items"), bodyLevel: false)))));
            case "Image":
                return Text(element, "altText");
            case "Input.ChoiceSet":
                return string.Join("\n", element.GetProperty("choices").EnumerateArray().Select((c, i) => $"{i + 1}. {Text(c, "title")}"));
            case "ActionSet":
                var labels = new List<string>();
                foreach (var action in element.GetProperty("actions").EnumerateArray().Where(IsChoice))
                {
                    labels.Add($"{++number}. {Text(action, "title")}");
                }

                return string.Join("\n", labels);
            case var type when type.StartsWith("Chart.", StringComparison.Ordinal):
                return Element(element.GetProperty("fallback"), ref number);
            case var type:
                throw new InvalidOperationException($"A card holds '{type}', which nobody has said how to read.");
        }
    }

    /// <summary>A wide table as facts a row: an optional title, the name of the first column, then a row each.</summary>
    private static string Rows(JsonElement items)
    {
        var lines = new List<string>();
        var first = "";
        foreach (var item in items.EnumerateArray())
        {
            if (Text(item, "type") == "TextBlock")
            {
                if (item.TryGetProperty("isSubtle", out _))
                {
                    first = FromCard(Text(item, "text"));
                }
                else
                {
                    lines.Add(FromCard(Text(item, "text")));
                }

                continue;
            }

            var facts = item.GetProperty("items")[1].GetProperty("facts").EnumerateArray().ToList();
            if (first.Length > 0)
            {
                lines.Add(string.Join(" | ", facts.Select(f => FromCard(Text(f, "title"))).Prepend(first)));
                first = "";
            }

            lines.Add(string.Join(" | ", facts.Select(f => FromCard(Text(f, "value"))).Prepend(FromCard(Text(item.GetProperty("items")[0], "text")))));
        }

        return string.Join("\n", lines);
    }

    /// <summary>The button that sends a list of choices says nothing by itself.</summary>
    private static bool IsChoice(JsonElement action) => !action.GetProperty("data").GetProperty("mentorbot").TryGetProperty("input", out _);

    private static string FromText(string markdown) =>
        Unmark(markdown.Replace("  \n\n", "\n", StringComparison.Ordinal).Replace("  \n", "\n", StringComparison.Ordinal))
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static string FromCard(string markdown) => Unmark(markdown.Replace('\r', '\n'));

    private static string Unmark(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length)
            {
                plain.Append(markdown[++i]);
            }
            else if (markdown[i] == '*' && i + 1 < markdown.Length && markdown[i + 1] == '*')
            {
                i++;
            }
            else
            {
                plain.Append(markdown[i]);
            }
        }

        return plain.ToString();
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
