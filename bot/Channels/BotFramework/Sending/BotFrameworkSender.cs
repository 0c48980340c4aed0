using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// Sends a delivery as activities, one call each, and says what became of it. Nothing is remembered between tries but the delivery's own ChannelRef.
/// </summary>
/// <param name="render">The same activities on every call for one delivery, since a next try goes on where the last one ended.</param>
/// <param name="mayCall">Whether a service URL is on the allow-list.</param>
/// <param name="reaches">Knows the personal conversations, and is told of those that are opened.</param>
internal sealed class BotFrameworkSender(
    BotFrameworkOptions options, Connector connector, Pacing pacing, Func<Delivery, IReadOnlyList<Activity>> render, Func<string, bool> mayCall, Reaches reaches, ILogger<BotFrameworkSender> logger)
    : IChannelSender
{
    public const string Name = "msteams";

    /// <summary>Before the id of a person with whom no conversation is known yet: "user:29:…", "user:{Entra object id}".</summary>
    public const string UserPrefix = "user:";

    public string Channel => Name;

    public bool IsTranscript => false;

    /// <summary>Teams has no key by which a repeat could be told, and a bot cannot read the conversation back.</summary>
    public bool MayRepeat => true;

    /// <summary>By their Entra object id, which Teams takes where the app is installed for them. Source: facts/bot-framework.md 3.3.</summary>
    public Address? FirstAddress(Identity identity) => options.HasApp
        ? new Address(Name, identity.Workspace, UserPrefix + identity.User, new Reference(Cloud.Of(options).ServiceUrl, Name, $"28:{options.AppId}", "personal") { User = identity.User }.ToJson())
        : null;

    public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (Reference.FromJson(delivery.Reference) is not { } reference)
        {
            return new SendResult.Failed("never-met") { IsUnreachable = true };
        }

        if (!mayCall(reference.ServiceUrl))
        {
            return new SendResult.Failed("host-not-allowed");
        }

        if (TryRender(delivery) is not { } activities)
        {
            return new SendResult.Failed("fault");
        }

        var sent = SentSoFar.Of(delivery.ChannelRef);
        var result = await SendAllAsync(delivery, reference, activities, sent, cancellationToken);
        // A channel or a group chat that is closed to us says nothing of the person whom the message answers.
        return (result is SendResult.Failed failed && reference.Scope != "personal" ? failed with { IsUnreachable = false } : result) with { Reference = sent.ToChannelRef() };
    }

    /// <summary>Nothing has left us when rendering fails: an unknown outcome would be wrong, and another try would fail alike.</summary>
    private IReadOnlyList<Activity>? TryRender(Delivery delivery)
    {
        try
        {
            return render(delivery);
        }
        catch (Exception e)
        {
            Log.RenderFault(logger, delivery.Id, e.GetType().Name, e.StackTrace);
            return null;
        }
    }

    private async Task<SendResult> SendAllAsync(Delivery delivery, Reference reference, IReadOnlyList<Activity> activities, SentSoFar sent, CancellationToken cancellationToken)
    {
        var conversation = delivery.Conversation;
        var isOpened = false;
        if (conversation.StartsWith(UserPrefix, StringComparison.Ordinal) && await KnownAsync(delivery, cancellationToken) is var (known, latest))
        {
            (conversation, reference) = (known, latest);
        }
        else if (conversation.StartsWith(UserPrefix, StringComparison.Ordinal))
        {
            var (opened, refusal) = await OpenAsync(delivery, reference, conversation[UserPrefix.Length..], cancellationToken);
            if (opened is null)
            {
                return refusal;
            }

            (conversation, isOpened) = (opened, true);
        }

        while (sent.Count < activities.Count)
        {
            if (Keep(delivery, conversation) is { } wait)
            {
                return wait;
            }

            var answer = await PostAsync(delivery, reference, conversation, activities[sent.Count], cancellationToken);
            if (answer.IsConversationMissing && !isOpened && reference is { Scope: "personal", User: { } user })
            {
                // The person deleted the chat. Opened anew, once; whether that brings anything shows when the message is sent there.
                var (opened, refusal) = await OpenAsync(delivery, reference, user, cancellationToken);
                if (opened is null)
                {
                    return refusal is SendResult.Failed { Reason: "chat-deleted" or "refused" } ? new SendResult.Failed("chat-deleted") : refusal;
                }

                (conversation, isOpened) = (opened, true);
                continue;
            }

            if (!answer.IsSuccess)
            {
                return ToResult(delivery, conversation, answer, harmlessTwice: false);
            }

            sent.Add(answer.Resource?.Id);
        }

        return new SendResult.Sent(null);
    }

    /// <returns>Null when it may go now.</returns>
    private SendResult.RetryLater? Keep(Delivery delivery, string conversation) =>
        pacing.Wait(delivery.Workspace, conversation, delivery.Class == DeliveryClass.Broadcast) is var wait && wait > TimeSpan.Zero
            ? new SendResult.RetryLater(wait) { Paced = true }
            : null;

    /// <summary>A card that is not taken is said in plain text instead.</summary>
    private async Task<ConnectorAnswer> PostAsync(Delivery delivery, Reference reference, string conversation, Activity activity, CancellationToken cancellationToken)
    {
        var answer = await PostAsItIsAsync(delivery, reference, conversation, activity, cancellationToken);
        if (!answer.IsContentRefused || PlainRenderer.Of(activity) is not { } plain)
        {
            return answer;
        }

        Log.CardRefused(logger, delivery.Id, answer.Outcome, answer.Status, answer.Code);
        return await PostAsItIsAsync(delivery, reference, conversation, plain, cancellationToken);
    }

    /// <summary>As a reply where it is one. When what it answers was deleted meanwhile, it still belongs in the conversation.</summary>
    private async Task<ConnectorAnswer> PostAsItIsAsync(Delivery delivery, Reference reference, string conversation, Activity activity, CancellationToken cancellationToken)
    {
        var replyTo = delivery.Class == DeliveryClass.Reply && conversation == delivery.Conversation ? reference.ReplyTo : null;
        var addressed = activity with
        {
            From = new ChannelAccount { Id = reference.Bot },
            Recipient = reference.User is { } user ? new ChannelAccount { Id = user } : null,
            Conversation = new ConversationAccount { Id = conversation },
            ReplyToId = replyTo,
        };
        var answer = await connector.SendAsync(reference.ServiceUrl, conversation, replyTo, addressed, cancellationToken);
        return answer.IsActivityMissing && replyTo is not null
            ? await connector.SendAsync(reference.ServiceUrl, conversation, null, addressed with { ReplyToId = null }, cancellationToken)
            : answer;
    }

    /// <returns>The person's own conversation as it was last seen; null when it has to be opened.</returns>
    private async Task<(string Conversation, Reference Reference)?> KnownAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.PersonId is { } person && (await reaches.FindAsync(person, delivery.Channel, delivery.Workspace, cancellationToken))?.Address is { } seen
        && Address.FromJson(seen) is var own && !own.Conversation.StartsWith(UserPrefix, StringComparison.Ordinal) && Reference.FromJson(own.Reference) is { } reference
            ? (own.Conversation, reference)
            : null;

    /// <summary>The personal conversation with somebody; Teams gives the same id on every call, so that asking twice is harmless.</summary>
    /// <returns>Its id, or why there is none.</returns>
    private async Task<(string? Conversation, SendResult Refusal)> OpenAsync(Delivery delivery, Reference reference, string user, CancellationToken cancellationToken)
    {
        if (Keep(delivery, UserPrefix + user) is { } wait)
        {
            return (null, wait);
        }

        var answer = await connector.CreateConversationAsync(
            reference.ServiceUrl,
            new ConversationParameters
            {
                Bot = new ChannelAccount { Id = reference.Bot },
                Members = [new ChannelAccount { Id = user }],
                TenantId = delivery.Workspace,
                ChannelData = new ChannelData { Tenant = new IdOnly { Id = delivery.Workspace } },
            },
            cancellationToken);
        if (answer.IsSuccess && answer.Resource?.Id is { Length: > 0 } conversation && delivery.PersonId is { } person)
        {
            var own = reference with { Scope = "personal", User = user, ReplyTo = null };
            await reaches.OpenedAsync(delivery.OrganisationId, person, new Address(delivery.Channel, delivery.Workspace, conversation, own.ToJson()), cancellationToken);
        }

        return (answer.IsSuccess, answer.Resource?.Id) switch
        {
            (true, { Length: > 0 } id) => (id, new SendResult.Sent(null)),
            (true, _) => (null, new SendResult.Failed("refused")),
            _ => (null, ToResult(delivery, UserPrefix + user, answer, harmlessTwice: true)),
        };
    }

    private SendResult ToResult(Delivery delivery, string conversation, ConnectorAnswer answer, bool harmlessTwice)
    {
        var result = answer.ToSendResult(harmlessTwice, delivery.Failures, Random.Shared.NextDouble());
        if (result is SendResult.RetryLater later && answer.Status == 429)
        {
            pacing.Pause(conversation, later.After);
        }

        Log.NotTaken(logger, delivery.Id, answer.Outcome, answer.Status, answer.Code);
        return result;
    }
}
