using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Every message as one plain text, for where no cards are drawn.</summary>
internal static class PlainRenderer
{
    public static IReadOnlyList<Activity> Render(Delivery delivery)
    {
        var message = delivery.Message;
        return [new Activity { Type = ActivityTypes.Message, Text = message.ToPlainText(), TextFormat = "plain", Locale = message.Locale }];
    }
}
