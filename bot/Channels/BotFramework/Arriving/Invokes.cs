using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>Events whose client waits for a body of a shape of its own. Source: facts/bot-framework.md 1.4.</summary>
internal sealed class Invokes(Inbox inbox, PressedCards cards, ActivityRenderer renderer, FileConsents consents, Texts texts)
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Error = "application/vnd.microsoft.error";

    public Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken) => activity.Name switch
    {
        // Some card actions of Teams come without a name.
        "adaptiveCard/action" or null or "" => PressAsync(activity, cancellationToken),
        "message/submitAction" => FeedbackAsync(activity, cancellationToken),
        "fileConsent/invoke" => consents.AnswerAsync(activity, cancellationToken),
        "task/fetch" or "task/submit" => Task.FromResult(NoForm(activity)),
        _ => Task.FromResult(Results.StatusCode(StatusCodes.Status501NotImplemented)),
    };

    /// <summary>The press is kept, and the card that was pressed is answered with its outcome. Pressed again, whatever is pressed, the outcome stays the first one.</summary>
    private async Task<IResult> PressAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Value is not { } value || ActivityChoices.Read(value) is not { } press)
        {
            return Body(400, Error, new JsonObject { ["code"] = "BadRequest", ["message"] = texts.Say(VoiceOf(activity), "teams.unknown-action") });
        }

        var (choice, card) = await cards.AcceptAsync(activity, press, cancellationToken);
        return card is not null && renderer.RenderOutcome(card, choice.Nonce, choice.Values).Attachments is [{ Content: { } outcome }, ..]
            ? Body(200, Card, JsonNode.Parse(outcome.GetRawText()))
            : Body(200, "application/vnd.microsoft.activity.message", texts.Say(VoiceOf(activity), "teams.pressed"));
    }

    private async Task<IResult> FeedbackAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Value is { ValueKind: JsonValueKind.Object } value && activity.ReplyToId is { } message
            && value.TryGetProperty("actionValue", out var given) && given.ValueKind == JsonValueKind.Object
            && given.TryGetProperty("reaction", out var reaction) && reaction.GetString() is "like" or "dislike")
        {
            var helped = reaction.GetString() == "like";
            var content = new FeedbackContent(message, helped, Said(given));
            await inbox.AcceptAsync(ActivityReader.Arrival(activity, ActivityReader.Key(activity, activity.Id ?? $"{message}:{helped}"), content), cancellationToken);
        }

        return Results.Json(new JsonObject());
    }

    /// <summary>The feedback's text is JSON inside a string.</summary>
    private static string? Said(JsonElement given)
    {
        try
        {
            return given.TryGetProperty("feedback", out var text) && text.GetString() is { Length: > 0 } json && JsonNode.Parse(json)?["feedbackText"]?.GetValue<string>() is { Length: > 0 } said ? said : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>No message of this build opens a form; an old client or a foreign card is told so.</summary>
    private IResult NoForm(Activity activity) =>
        Results.Json(new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = texts.Say(VoiceOf(activity), "teams.no-form") } });

    /// <summary>HTTP is 200 always; the status is inside.</summary>
    private static IResult Body(int status, string type, JsonNode? value) => Results.Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });

    private static Voice VoiceOf(Activity activity) => new(Locales.Nearest(activity.Locale) ?? Locales.French, AddressForm.Vous);
}
