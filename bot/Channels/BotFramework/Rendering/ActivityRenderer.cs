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
internal sealed class ActivityRenderer(Texts texts, Cloud? cloud = null)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const string CardVersion = "1.5";

    private readonly ChartBlocks _charts = new(texts);
    private readonly ChoiceBlocks _choices = new(texts);
    private readonly FileBlocks _files = new(texts, cloud ?? Cloud.Public);

    /// <returns>
    /// At least one, in reading order, each within the budgets of <see cref="CardPages"/> and <see cref="TextPages"/>. Files of a personal chat come last, each offered in an activity of its own.
    /// </returns>
    public IReadOnlyList<Activity> Render(Delivery delivery)
    {
        var (message, files, place) = Split(delivery);
        List<Activity> activities = message.Parts.Count == 0 && files.Count > 0 ? []
            : message.Parts.All(p => p is TextPart || p.ToPlainText().Length == 0) ? [.. TextPages.Of(message.Parts.OfType<TextPart>()).Select(t => Text(t, message))]
            : [.. Cards(message, delivery.Id, place, null).Select(c => c.Card)];
        activities = [.. activities.Select(a => ModelLabel.On(a, message)), .. files.Select(f => Offer(f, message.Locale))];
        if (delivery.PossibleRepeat && SentSoFar.Of(delivery.ChannelRef).Count is var again && again < activities.Count)
        {
            activities[again] = PossibleRepeat.Mark(activities[again], texts.Say(new Voice(message.Locale, AddressForm.Vous), "teams.possible-repeat"));
        }

        if (delivery.Class != DeliveryClass.Reply)
        {
            // One alert for one message, however many activities it takes.
            activities[0] = activities[0] with { Summary = Toast.Of(delivery.Message.ToPlainText()), ChannelData = (activities[0].ChannelData ?? new ChannelData()) with { Notification = new Notification(Alert: true) } };
        }

        return activities;
    }

    /// <summary>The card that holds the choices of <paramref name="nonce"/>, after use: what was chosen instead of the buttons. It answers an adaptiveCard/action invoke and is what an update carries.</summary>
    /// <exception cref="ArgumentException">The delivery has no such choices.</exception>
    public Activity RenderOutcome(Delivery delivery, string nonce, IReadOnlyList<string> values)
    {
        var (message, _, place) = Split(delivery);
        return message.Parts.OfType<ChoicesPart>().Any(c => c.Nonce == nonce)
            ? ModelLabel.On(Cards(message, delivery.Id, place, new Used(nonce, values)).First(c => c.Page.HasOutcome).Card, message)
            : throw new ArgumentException($"Delivery {delivery.Id} has no choices with this nonce.", nameof(nonce));
    }

    /// <summary>Asks the person whether they want a file; nothing of it is anywhere before they say yes.</summary>
    public Activity Offer(FilePart file, string locale) => new()
    {
        Type = ActivityTypes.Message,
        Locale = locale,
        Summary = file.Name,
        Attachments = [FileConsent.Offer(file, texts.Say(new Voice(locale, AddressForm.Vous), "teams.file-offer"))],
    };

    /// <summary>Only in a personal chat may a bot hand over files; elsewhere a file stays a part of the card. Source: facts/bot-framework.md 5.6.</summary>
    private static (Message Message, IReadOnlyList<FilePart> Files, Reference? Place) Split(Delivery delivery)
    {
        var message = delivery.Message;
        var files = message.Parts.OfType<FilePart>().ToList();
        var place = files.Count == 0 ? null : Reference.FromJson(delivery.Reference);
        return place is { Scope: "personal" } ? (message with { Parts = [.. message.Parts.Where(p => p is not FilePart)] }, files, place) : (message, [], place);
    }

    private List<(CardPage Page, Activity Card)> Cards(Message message, Guid delivery, Reference? place, Used? used)
    {
        var pages = CardPages.Of(message.Parts.Select((p, i) => (Part: p, Index: i)).Where(p => p.Part.ToPlainText().Length > 0).Select(p => Fitting(p.Part, p.Index, message.Locale, delivery, place, used)));
        return [.. pages.Select(p => (p, Card(p, message, used is null && pages.Count == 1 ? message.ToPlainText() : p.Plain)))];
    }

    /// <summary>What would not fit any card is said in words.</summary>
    private CardBlock Fitting(MessagePart part, int index, string locale, Guid delivery, Reference? place, Used? used)
    {
        var block = Block(part, index, locale, delivery, place, used);
        return block.Pieces.Any(p => p.Size + block.Frame > CardPages.Room) ? TextBlocks.Plain(part.ToPlainText()) with { Open = block.Open, Outcome = block.Outcome } : block;
    }

    private CardBlock Block(MessagePart part, int index, string locale, Guid delivery, Reference? place, Used? used) => part switch
    {
        TextPart text => TextBlocks.Prose(text.Text),
        NoticePart notice => TextBlocks.Notice(notice),
        FactsPart facts => TableBlocks.Facts(facts),
        TablePart table => TableBlocks.Table(table, index),
        FilePart file => _files.Of(file, place?.Bot, locale),
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
