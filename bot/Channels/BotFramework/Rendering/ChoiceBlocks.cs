using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// Choices as buttons, or as a list with one button where they are many or long. Every action names its delivery, version and nonce, since a press may come twice and late.
/// Sources: facts/bot-framework.md 1.4, 5.1; anchors.md T7, T8, T18.
/// </summary>
internal sealed class ChoiceBlocks(Texts texts)
{
    public const string Verb = "choose";

    private const int MostButtons = 6;

    /// <summary>Letters that a button shows on a phone.</summary>
    private const int LongestTitle = 40;

    /// <summary>Letters of all titles that stand side by side on a phone.</summary>
    private const int OneRow = 34;

    public CardBlock Open(ChoicesPart part, Guid delivery, int index, string locale) =>
        CardBlock.Whole(Element(part, delivery, index, new Voice(locale, AddressForm.Vous)), part.ToPlainText()) with { Open = true };

    /// <summary>What was chosen, in place of the buttons.</summary>
    public CardBlock Chosen(ChoicesPart part, IReadOnlyList<string> values, string locale)
    {
        var voice = new Voice(locale, AddressForm.Vous);
        var labels = part.Choices.Where(c => values.Contains(c.Value)).Select(c => texts.Say(voice, "teams.chosen", ("label", c.Label))).DefaultIfEmpty(texts.Say(voice, "teams.answered"));
        return TextBlocks.Prose(string.Join("\n", labels)) with { Outcome = true };
    }

    private JsonObject Element(ChoicesPart part, Guid delivery, int index, Voice voice)
    {
        if (part.Many || part.Choices.Count > MostButtons || part.Choices.Any(c => c.Label.Length > LongestTitle))
        {
            return List(part, delivery, index, voice);
        }

        var actions = part.Choices.Select(c => Action(c.Label, Data(part, delivery, ("value", c.Value)), withInputs: false));
        if (part.Choices.Count <= 3 && part.Choices.Sum(c => c.Label.Length) <= OneRow)
        {
            return ActionSet(actions);
        }

        // One under the other: side by side Teams cuts their titles.
        return CardJson.Container(actions.Select((a, i) =>
        {
            var set = ActionSet([a]);
            if (i > 0)
            {
                set["spacing"] = "Small";
            }

            return set;
        }));
    }

    private JsonObject List(ChoicesPart part, Guid delivery, int index, Voice voice)
    {
        var input = $"choice-{index}";
        var expanded = part.Many || part.Choices.Any(c => c.Label.Length > LongestTitle);
        var set = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = input,
            ["label"] = texts.Say(voice, part.Many ? "teams.choices.many" : "teams.choices.one"),
            ["choices"] = CardJson.Array(part.Choices.Select(c => new JsonObject { ["title"] = c.Label, ["value"] = Uri.EscapeDataString(c.Value) })),
            ["style"] = expanded ? "expanded" : "compact",
            ["wrap"] = true,
            ["isRequired"] = true,
            ["errorMessage"] = texts.Say(voice, "teams.choices.none"),
        };
        if (part.Many)
        {
            set["isMultiSelect"] = true;
        }

        if (!expanded)
        {
            set["placeholder"] = texts.Say(voice, "teams.choices.one");
        }

        var send = ActionSet([Action(texts.Say(voice, "teams.choices.send"), Data(part, delivery, ("input", input)), withInputs: true)]);
        send["spacing"] = "Small";
        return CardJson.Container(set, send);
    }

    private static JsonObject ActionSet(IEnumerable<JsonObject> actions) => new() { ["type"] = "ActionSet", ["actions"] = CardJson.Array(actions) };

    private static JsonObject Action(string title, JsonObject data, bool withInputs)
    {
        var submit = Bare("Action.Submit", title, data, withInputs);
        var execute = Bare("Action.Execute", title, (JsonObject)data.DeepClone(), withInputs);
        execute["verb"] = Verb;
        execute["fallback"] = submit;
        return execute;
    }

    private static JsonObject Bare(string type, string title, JsonObject data, bool withInputs)
    {
        var action = new JsonObject { ["type"] = type, ["title"] = title, ["data"] = data };
        if (!withInputs)
        {
            action["associatedInputs"] = "none";
        }

        return action;
    }

    private static JsonObject Data(ChoicesPart part, Guid delivery, (string Name, string Value) last) => new()
    {
        [ActivityChoices.Key] = new JsonObject
        {
            ["delivery"] = delivery.ToString("D"),
            ["target"] = part.Target,
            ["version"] = part.Version,
            ["nonce"] = part.Nonce,
            [last.Name] = last.Value,
        },
    };
}
