using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>From the wire to an arrival in no channel's terms. Pure: it keeps nothing and asks nobody.</summary>
internal static class ActivityReader
{
    public const string Channel = "msteams";

    private const int LongestText = 200_000;

    public static Arrived Read(Activity activity)
    {
        if (activity.Type is null)
        {
            return new Arrived.Unusable("The activity has no type.");
        }

        if (activity is not { Conversation.Id.Length: > 0, From.Id.Length: > 0, ServiceUrl.Length: > 0 })
        {
            return new Arrived.Unusable("The activity needs conversation.id, from.id and serviceUrl.");
        }

        return activity.Type switch
        {
            _ when IsOurs(activity) => new Arrived.Nothing(),
            ActivityTypes.Message => Message(activity),
            ActivityTypes.MessageDelete when activity.Id is { } id => new Arrived.Withdrawn(Arrival(activity, Key(activity, id), new WithdrawnContent())),
            ActivityTypes.MessageReaction => Feedback(activity),
            ActivityTypes.Invoke => new Arrived.Invoke(activity),
            ActivityTypes.InstallationUpdate when activity.Action is "add" or "add-upgrade" => Opened(activity),
            ActivityTypes.ConversationUpdate when activity.MembersAdded?.Any(m => m.Id == activity.Recipient?.Id) == true => Opened(activity),
            _ => new Arrived.Nothing(),
        };
    }

    /// <summary>The Entra tenant; "local" for a development client that has none.</summary>
    public static string WorkspaceOf(Activity activity) => activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId ?? activity.From?.TenantId ?? "local";

    /// <summary>Where the activity is answered: its own conversation, which in a channel is the thread.</summary>
    public static Address AddressOf(Activity activity) => new(Channel, WorkspaceOf(activity), activity.Conversation!.Id!, ReferenceOf(activity).ToJson());

    public static Arrival Arrival(Activity activity, string key, InboundContent content) => new(AddressOf(activity), key, SenderOf(activity), content, At: activity.Timestamp)
    {
        SenderName = activity.From!.Name,
        Client = new ClientHints(activity.Locale, activity.LocalTimezone ?? activity.Entities?.FirstOrDefault(e => e.Type == "clientInfo")?.Timezone),
        Private = IsShared(activity) ? PrivateOf(activity) : null,
    };

    /// <summary>An activity id is unique in its conversation only.</summary>
    public static string Key(Activity activity, string id) => $"{activity.Conversation!.Id}|{id}";

    public static Arrival Press(Activity activity, ChoiceContent choice) =>
        Arrival(activity, Key(activity, activity.Id ?? PressKey(choice)), choice) with { SecondKey = PressKey(choice) };

    /// <summary>A press names its set of choices; the same set pressed again, by a repeat of the client's own under another id or by a second tap, is the same event. Source: anchors.md T7 and T8.</summary>
    private static string PressKey(ChoiceContent choice) => $"press:{choice.Target}:{choice.Nonce}";

    public static bool IsShared(Activity activity) => activity.Conversation is { ConversationType: "channel" or "groupChat" } or { IsGroup: true };

    private static bool IsOurs(Activity activity) => activity.From!.Id == activity.Recipient?.Id || activity.From.Role is "bot" or "agent" or "skill";

    /// <summary>The Entra object id, which the roster has; else the id that only this bot sees.</summary>
    public static string SenderOf(Activity activity) => activity.From!.AadObjectId is { Length: > 0 } entra ? entra : activity.From.Id!;

    private static Reference ReferenceOf(Activity activity) => new(activity.ServiceUrl!, activity.ChannelId ?? Channel, activity.Recipient?.Id ?? "", activity.Conversation!.ConversationType ?? (activity.Conversation.IsGroup == true ? "groupChat" : "personal"))
    {
        User = activity.From!.Id,
    };

    /// <summary>The sender's own conversation with us; it is opened when something is first sent there.</summary>
    private static Address PrivateOf(Activity activity) =>
        new(Channel, WorkspaceOf(activity), $"user:{activity.From!.Id}", (ReferenceOf(activity) with { Scope = "personal" }).ToJson());

    private static Arrived Opened(Activity activity) => new Arrived.Event(Arrival(activity, Key(activity, "opened"), new OpenedContent()));

    private static Arrived Message(Activity activity)
    {
        if (activity.Value is { } value && ActivityChoices.Read(value) is { } press)
        {
            return new Arrived.Press(activity, press);
        }

        var key = Key(activity, activity.Id ?? $"no-id-{activity.Timestamp:O}");
        var text = IsShared(activity) ? Mentions.Strip(activity) : activity.Text?.Trim() ?? "";
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
        }

        return FileAttachments.Find(activity) is { } file ? new Arrived.Event(Arrival(activity, key, file with { Text = text.Length > 0 ? text : null }))
            : text.Length > 0 ? new Arrived.Event(Arrival(activity, key, new TextContent(text)))
            : IsShared(activity) ? new Arrived.Event(Arrival(activity, key, new OpenedContent()))
            : new Arrived.Nothing();
    }

    /// <summary>A thumb on one of our messages is an answer to it; other emojis are no judgement.</summary>
    private static Arrived Feedback(Activity activity)
    {
        var liked = activity.ReactionsAdded?.Select(r => r.Type switch { "like" or "heart" => (bool?)true, "sad" or "angry" => false, _ => null }).FirstOrDefault(l => l is not null);
        return liked is { } helped && activity.ReplyToId is { } message
            ? new Arrived.Event(Arrival(activity, Key(activity, activity.Id ?? $"{message}:{helped}"), new FeedbackContent(message, helped, null)))
            : new Arrived.Nothing();
    }
}
