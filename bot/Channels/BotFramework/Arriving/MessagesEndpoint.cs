using System.Text.Json;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.People;
using MentorBot.Turns;
using Microsoft.AspNetCore.Http.Features;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>POST /api/messages: verified, kept, acknowledged; the work is done behind it. Only what a client waits for is answered here.</summary>
internal sealed class MessagesEndpoint(
    BotFrameworkOptions options, TokenVerifier tokens, ServiceHosts hosts, Inbox inbox, PressedCards cards, UsedCards used, Withdrawals withdrawals, Conversations conversations, Invokes invokes, AwaitedTurns awaited, ActivityRenderer renderer,
    IHostEnvironment environment, TimeProvider time, ILogger<MessagesEndpoint> logger)
{
    public const string Path = "/api/messages";

    /// <summary>Azure Bot Service refuses larger ones itself; a file never comes in here.</summary>
    private const long LargestBody = 256 * 1024;

    /// <summary>How long Teams holds the line, less what the way back takes.</summary>
    private static readonly TimeSpan HoldsTheLine = TimeSpan.FromSeconds(9);

    public async Task<IResult> PostAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
        var caller = await CallerAsync(http);
        if (caller is Verified.Refused refused)
        {
            Log.Refused(logger, refused.Reason);
            return Results.Unauthorized();
        }

        Activity? activity;
        try
        {
            activity = await JsonSerializer.DeserializeAsync(http.Request.Body, ActivityJson.Default.Activity, http.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (activity is null)
        {
            return Results.BadRequest();
        }

        if ((caller as Verified.Caller)?.MaySpeakFor(activity) is { } mismatch)
        {
            Log.Refused(logger, mismatch);
            return Results.Unauthorized();
        }

        if (!hosts.Allows(activity.ServiceUrl ?? ""))
        {
            Log.Refused(logger, "service-host");
            return Results.BadRequest();
        }

        var answer = await AnswerAsync(activity, http.RequestAborted);
        await conversations.NoteAsync(activity, http.RequestAborted);
        return answer;
    }

    /// <returns>Null where no token is needed: a development client on this machine.</returns>
    private async ValueTask<Verified?> CallerAsync(HttpContext http)
    {
        if (options.HasApp)
        {
            return await tokens.VerifyAsync(http.Request.Headers.Authorization, http.RequestAborted);
        }

        return environment.IsDevelopment() && Loopback.Reaches(http) ? null : new Verified.Refused("no-app");
    }

    private async Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (ActivityReader.Read(activity))
        {
            case Arrived.Event { Arrival: var arrival } when activity.DeliveryMode == "expectReplies":
                return await AnswerInlineAsync(arrival, cancellationToken);
            case Arrived.Event { Arrival: var arrival }:
                await inbox.AcceptAsync(arrival, cancellationToken);
                return Results.Accepted();
            case Arrived.Press press:
                if (await cards.AcceptAsync(activity, press.Choices, cancellationToken) is (var choice, { } message))
                {
                    used.Replace(activity, message, choice);
                }

                return Results.Accepted();
            case Arrived.Withdrawn withdrawn:
                await withdrawals.WithdrawAsync(withdrawn.Message, cancellationToken);
                return Results.Accepted();
            case Arrived.Invoke:
                return await invokes.AnswerAsync(activity, cancellationToken);
            case Arrived.Unusable unusable:
                Log.Unusable(logger, unusable.Reason);
                return Results.BadRequest(new { error = new { code = "BadArgument", message = unusable.Reason } });
            default:
                return Results.Accepted();
        }
    }

    /// <summary>The replies go back in the answer and nowhere else; what takes longer than the line is held follows as messages.</summary>
    private async Task<IResult> AnswerInlineAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var by = time.GetUtcNow() + HoldsTheLine;
        var accepted = await inbox.AcceptAsync(arrival with { AnswerBy = by }, cancellationToken);
        var replies = accepted.IsNew ? await awaited.AnswerAsync(accepted, by, cancellationToken) : null;
        return Results.Json(new ExpectedReplies([.. (replies ?? []).SelectMany(renderer.Render)]), ActivityJson.Default.ExpectedReplies);
    }
}
