using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MentorBot.Channels.BotFramework.Wire;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// The Connector's REST calls. Source: facts/bot-framework.md 3.2 and 3.3. Nothing is called, and no token is shown, where <paramref name="mayCall"/> says no.
/// </summary>
/// <param name="http">Follows no redirects; its timeout bounds each call.</param>
/// <param name="mayCall">Whether a service URL is on the allow-list.</param>
internal sealed class Connector(HttpClient http, ConnectorTokens tokens, Func<string, bool> mayCall, TimeProvider time)
{
    /// <summary>Bytes, counted as UTF-16: what a message should stay under. The renderer splits at it.</summary>
    public const int AimedSize = 80 * 1024;

    private const int PageSize = 200;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <param name="replyTo">The activity that is answered; null for a message that answers none.</param>
    public Task<ConnectorAnswer> SendAsync(string serviceUrl, string conversation, string? replyTo, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, $"{Activities(conversation)}{(replyTo is null ? "" : $"/{Escape(replyTo)}")}", activity, ActivityJson.Default.Activity, cancellationToken);

    /// <summary>Replaces a message of our own.</summary>
    public Task<ConnectorAnswer> UpdateAsync(string serviceUrl, string conversation, string id, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, serviceUrl, $"{Activities(conversation)}/{Escape(id)}", activity, ActivityJson.Default.Activity, cancellationToken);

    /// <summary>Takes back a message of our own.</summary>
    public Task<ConnectorAnswer> DeleteAsync(string serviceUrl, string conversation, string id, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, serviceUrl, $"{Activities(conversation)}/{Escape(id)}", null, ActivityJson.Default.Activity, cancellationToken);

    /// <summary>With one member and no group: the personal conversation, the same on every call. With a channel and a first activity: a new thread.</summary>
    public Task<ConnectorAnswer> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", parameters, ActivityJson.Default.ConversationParameters, cancellationToken);

    /// <summary>Everyone in a conversation or a team, page by page.</summary>
    /// <exception cref="HttpRequestException">The connector refused; carries the status.</exception>
    public async IAsyncEnumerable<ChannelAccount> MembersAsync(string serviceUrl, string conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"v3/conversations/{Escape(conversation)}/pagedmembers?pageSize={PageSize}");
            var page = await GetAsync(serviceUrl, next is null ? path : $"{path}&continuationToken={Escape(next)}", ActivityJson.Default.PagedMembers, cancellationToken);
            foreach (var member in page?.Members ?? [])
            {
                yield return member;
            }

            next = string.IsNullOrEmpty(page?.ContinuationToken) || page.ContinuationToken == next ? null : page.ContinuationToken;
        }
        while (next is not null);
    }

    /// <param name="member">"29:…" or an Entra object id.</param>
    /// <returns>Null when they are not in it.</returns>
    /// <exception cref="HttpRequestException">The connector refused; carries the status.</exception>
    public Task<ChannelAccount?> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken cancellationToken) =>
        GetAsync(serviceUrl, $"v3/conversations/{Escape(conversation)}/members/{Escape(member)}", ActivityJson.Default.ChannelAccount, cancellationToken);

    /// <returns>Null when there is none.</returns>
    /// <exception cref="HttpRequestException">The connector refused; carries the status.</exception>
    public Task<TeamInfo?> TeamAsync(string serviceUrl, string team, CancellationToken cancellationToken) =>
        GetAsync(serviceUrl, $"v3/teams/{Escape(team)}", ActivityJson.Default.TeamInfo, cancellationToken);

    /// <returns>The ids of a team's channels; of the first one, the general channel, it is the team's own.</returns>
    /// <exception cref="HttpRequestException">The connector refused; carries the status.</exception>
    public async Task<IReadOnlyList<string>> ChannelsAsync(string serviceUrl, string team, CancellationToken cancellationToken) =>
        (await GetAsync(serviceUrl, $"v3/teams/{Escape(team)}/conversations", ActivityJson.Default.TeamChannels, cancellationToken))?.Conversations?.Select(c => c.Id).OfType<string>().ToList() ?? [];

    private static string Activities(string conversation) => $"v3/conversations/{Escape(conversation)}/activities";

    private static string Escape(string id) => Uri.EscapeDataString(id);

    private static Uri UrlOf(string serviceUrl, string path) => new($"{serviceUrl.TrimEnd('/')}/{path}");

    private async Task<ConnectorAnswer> CallAsync<T>(HttpMethod method, string serviceUrl, string path, T? value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (!mayCall(serviceUrl))
        {
            return new ConnectorAnswer(ConnectorOutcome.NotAllowed);
        }

        using var body = value is null ? null : PooledBody.Of(value, type);
        if (body is not null && MessageSize.IsTooLarge(body.Bytes.Span))
        {
            return new ConnectorAnswer(ConnectorOutcome.TooLarge);
        }

        var url = UrlOf(serviceUrl, path);
        var answer = await CallOnceAsync(method, serviceUrl, url, body, cancellationToken);
        // The token was dropped: a fresh one, once.
        return answer.Status == 401 && tokens.HasApp ? await CallOnceAsync(method, serviceUrl, url, body, cancellationToken) : answer;
    }

    private async Task<ConnectorAnswer> CallOnceAsync(HttpMethod method, string serviceUrl, Uri url, PooledBody? body, CancellationToken cancellationToken)
    {
        var content = body?.Content();
        try
        {
            using var request = new HttpRequestMessage(method, url) { Content = content };
            var token = await AuthoriseAsync(request, serviceUrl, cancellationToken);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode == 401 && token is not null)
            {
                tokens.Drop(token);
            }

            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or TokenException)
        {
            body?.Leak();
            return new ConnectorAnswer(content is { HasLeft: false } || e is TokenException ? ConnectorOutcome.NeverLeft : ConnectorOutcome.NoAnswer);
        }
    }

    private async Task<string?> AuthoriseAsync(HttpRequestMessage request, string serviceUrl, CancellationToken cancellationToken)
    {
        var token = await tokens.ForAsync(serviceUrl, cancellationToken);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return token;
    }

    /// <summary>The status decides; a body that does not arrive or is no JSON takes nothing from it.</summary>
    private async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = new ConnectorAnswer(ConnectorOutcome.Answered, (int)response.StatusCode) { RetryAfter = RetryAfter(response.Headers.RetryAfter) };
        try
        {
            if (answer.IsSuccess)
            {
                return answer with { Resource = await ReadAsync(response, ActivityJson.Default.ResourceResponse, cancellationToken) };
            }

            var error = (await ReadAsync(response, ActivityJson.Default.ConnectorError, cancellationToken))?.Error;
            return answer with { Code = error?.Code, SubCode = error?.SubCode };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return answer;
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return null;
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, type);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var after = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return after is not { } wait ? null : wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestRetryAfter ? LongestRetryAfter : wait;
    }

    private async Task<T?> GetAsync<T>(string serviceUrl, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (!mayCall(serviceUrl))
        {
            throw new HttpRequestException("The service URL's host is not on the allow-list.");
        }

        for (var fresh = false; ; fresh = true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, UrlOf(serviceUrl, path));
            var token = await AuthoriseAsync(request, serviceUrl, cancellationToken);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            switch ((int)response.StatusCode)
            {
                case 404:
                    return null;
                case 401 when token is not null && !fresh:
                    tokens.Drop(token);
                    break;
                default:
                    response.EnsureSuccessStatusCode();
                    return await ReadAsync(response, type, cancellationToken);
            }
        }
    }
}
