using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Channels.BotFramework.Wire;

/// <summary>How activities are read (any case, numbers as text too, 128 levels deep) and written (camelCase, nothing that is null). Source: facts/bot-framework.md 1.1.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, MaxDepth = 128,
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ConnectorError))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(TeamInfo))]
[JsonSerializable(typeof(TeamChannels))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>Body of POST v3/conversations. Source: facts/bot-framework.md 3.2 and 3.3.</summary>
internal sealed record ConversationParameters
{
    public ChannelAccount? Bot { get; init; }

    public bool IsGroup { get; init; }

    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public string? TenantId { get; init; }

    public Activity? Activity { get; init; }

    public ChannelData? ChannelData { get; init; }
}

/// <summary>What the connector answers to a send, an update or a creation. A send on Teams may answer with no body at all.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; init; }

    public string? ActivityId { get; init; }

    public string? ServiceUrl { get; init; }
}

internal sealed record PagedMembers
{
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public string? ContinuationToken { get; init; }
}

internal sealed record TeamChannels
{
    public IReadOnlyList<IdOnly>? Conversations { get; init; }
}

/// <summary>The connector's refusal. Source: facts/bot-framework.md 3.5.</summary>
internal sealed record ConnectorError
{
    public ConnectorErrorBody? Error { get; init; }
}

internal sealed record ConnectorErrorBody
{
    public string? Code { get; init; }

    /// <summary>Some refusals carry the telling word here: "MessageWritesBlocked".</summary>
    public string? SubCode { get; init; }

    public string? Message { get; init; }
}

/// <summary>The answer to a POST with deliveryMode "expectReplies".</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
