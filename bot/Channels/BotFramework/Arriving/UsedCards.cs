using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>
/// A press that came as a message waits for no answer that could carry its card's outcome, so the card is replaced where it stands. Best effort and behind the acknowledgement:
/// the press is kept already, and a card that stays open gives its outcome when it is pressed again.
/// </summary>
internal sealed class UsedCards(Connector connector, Pacing pacing, ActivityRenderer renderer, TimeProvider time, ILogger<UsedCards> logger)
{
    /// <summary>Later than this nobody looks at the card any more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public void Replace(Activity press, Delivery message, ChoiceContent choice)
    {
        if ((press.ReplyToId ?? OnlyOne(message)) is { } card)
        {
            _ = ReplaceAsync(press, message, choice, card);
        }
    }

    private async Task ReplaceAsync(Activity press, Delivery message, ChoiceContent choice, string card)
    {
        try
        {
            using var end = new CancellationTokenSource(Longest, time);
            var conversation = press.Conversation!.Id!;
            if (pacing.Wait(message.Workspace, conversation) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, end.Token);
            }

            var outcome = renderer.RenderOutcome(message, choice.Nonce, choice.Values) with { From = press.Recipient, Conversation = new ConversationAccount { Id = conversation } };
            var answer = await connector.UpdateAsync(press.ServiceUrl!, conversation, card, outcome, end.Token);
            if (!answer.IsSuccess)
            {
                Log.CardStays(logger, message.Id, answer.Status, answer.Code);
            }
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what fails here must be seen somewhere.
            Log.CardFault(logger, message.Id, e.GetType().Name);
        }
    }

    private static string? OnlyOne(Delivery message) => SentSoFar.Of(message.ChannelRef).Ids.ToList() is [var id] ? id : null;
}
