using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.People;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>What every activity of a personal chat tells besides its content: where the person's conversation is now, and whether they have the app. Source: facts/bot-framework.md 1.3, 3.4 and 9.4; anchors.md T9 to T12.</summary>
internal sealed class Conversations(PeopleDirectory people, Reaches reaches)
{
    private const string NotInstalled = "not-installed";

    /// <summary>Somebody in no roster leaves nothing here.</summary>
    public async ValueTask NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { Conversation.Id.Length: > 0, From.Id.Length: > 0, ServiceUrl.Length: > 0 } || ActivityReader.IsShared(activity))
        {
            return;
        }

        var own = ActivityReader.AddressOf(activity);
        if (people.Find(own.Channel, own.Workspace, ActivityReader.SenderOf(activity)) is not { } person)
        {
            return;
        }

        if (IsRemoval(activity))
        {
            await reaches.LostAsync(person.OrganisationId, person.Id, own.Channel, own.Workspace, NotInstalled, cancellationToken);
            return;
        }

        var isNews = activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate;
        await reaches.SeenAsync(person.OrganisationId, person.Id, own, isNews, cancellationToken);
    }

    private static bool IsRemoval(Activity activity) => activity switch
    {
        { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" } => true,
        { Type: ActivityTypes.ConversationUpdate, MembersRemoved: { } gone } => gone.Any(m => m.Id == activity.Recipient?.Id),
        _ => false,
    };
}
