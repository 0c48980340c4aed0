using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>
/// A message as activities for Teams: text alone as markdown, anything else as one Adaptive Card 1.5 an activity, never both in one (Teams would split it and return no id).
/// Who sends fills in from, recipient and conversation. Sources: facts/bot-framework.md 1.5, 5.1, 5.3; anchors.md T7, T8, T14, T18, T19.
/// </summary>
internal sealed class ActivityRenderer(Texts texts)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const string CardVersion = "1.5";

    private readonly ChartBlocks _charts = new(texts);
    private readonly ChoiceBlocks _choices = new(texts);

    /// <returns>At least one, in reading order, each within the budgets of <see cref="CardPages"/> and <see cref="TextPages"/>.</returns>
    public IReadOnlyList<Activity> Render(Delivery delivery)
    {
        var message = delivery.Message;
        var activities = message.Parts.All(p => p is TextPart || p.ToPlainText().Length == 0)
            ? [.. TextPages.Of(message.Parts.OfType<TextPart>()).Select(t => Text(t, message))]
            : Cards(message, delivery.Id, null).Select(c => c.Card).ToList();
        if (delivery.PossibleRepeat && SentSoFar.Of(delivery.ChannelRef).Count is var again && again < activities.Count)
        {
            activities[again] = PossibleRepeat.Mark(activities[again], texts.Say(new Voice(message.Locale, AddressForm.Vous), "teams.possible-repeat"));
        }

        if (delivery.Class != DeliveryClass.Reply)
        {
            // One alert for one message, however many activities it takes.
            activities[0] = activities[0] with { Summary = Toast.Of(message.ToPlainText()), ChannelData = new ChannelData { Notification = new Notification(Alert: true) } };
        }

        return activities;
    }

    /// <summary>The card that holds the choices of <paramref name="nonce"/>, after use: what was chosen instead of the buttons. It answers an adaptiveCard/action invoke and is what an update carries.</summary>
    /// <exception cref="ArgumentException">The delivery has no such choices.</exception>
    public Activity RenderOutcome(Delivery delivery, string nonce, IReadOnlyList<string> values)
    {
        var message = delivery.Message;
        return message.Parts.OfType<ChoicesPart>().Any(c => c.Nonce == nonce)
            ? Cards(message, delivery.Id, new Used(nonce, values)).First(c => c.Page.HasOutcome).Card
            : throw new ArgumentException($"Delivery {delivery.Id} has no choices with this nonce.", nameof(nonce));
    }

    private List<(CardPage Page, Activity Card)> Cards(Message message, Guid delivery, Used? used)
    {
        var pages = CardPages.Of(message.Parts.Select((p, i) => (Part: p, Index: i)).Where(p => p.Part.ToPlainText().Length > 0).Select(p => Fitting(p.Part, p.Index, message.Locale, delivery, used)));
        return [.. pages.Select(p => (p, Card(p, message, used is null && pages.Count == 1 ? message.ToPlainText() : p.Plain)))];
    }

    /// <summary>What would not fit any card is said in words.</summary>
    private CardBlock Fitting(MessagePart part, int index, string locale, Guid delivery, Used? used)
    {
        var block = Block(part, index, locale, delivery, used);
        return block.Pieces.Any(p => p.Size + block.Frame > CardPages.Room) ? TextBlocks.Plain(part.ToPlainText()) with { Open = block.Open, Outcome = block.Outcome } : block;
    }

    private CardBlock Block(MessagePart part, int index, string locale, Guid delivery, Used? used) => part switch
    {
        TextPart text => TextBlocks.Prose(text.Text),
        NoticePart notice => TextBlocks.Notice(notice),
        FactsPart facts => TableBlocks.Facts(facts),
        TablePart table => TableBlocks.Table(table, index),
        FilePart file => FileBlocks.Of(file, texts, locale),
        ChoicesPart choices when choices.Nonce == used?.Nonce => _choices.Chosen(choices, used.Values, locale),
        ChoicesPart choices => _choices.Open(choices, delivery, index, locale),
        _ => _charts.Of(part, locale) ?? TextBlocks.Prose(part.ToPlainText()),
    };

    private static Activity Text(string markdown, Message message) => new() { Type = ActivityTypes.Message, Locale = message.Locale, Text = markdown, TextFormat = "markdown" };

    private static Activity Card(CardPage page, Message message, string plain)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = CardVersion,
            ["lang"] = message.Locale,
            ["fallbackText"] = plain,
            ["body"] = CardJson.Array(page.Elements),
        };
        if (page.IsWide)
        {
            card["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        return new()
        {
            Type = ActivityTypes.Message,
            Locale = message.Locale,
            Summary = Toast.Of(plain),
            InputHint = page.IsOpen ? "expectingInput" : null,
            Attachments = [new Attachment { ContentType = CardType, Content = JsonElement.Parse(card.ToJsonString()) }],
        };
    }

    private sealed record Used(string Nonce, IReadOnlyList<string> Values);
}
