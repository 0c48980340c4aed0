namespace MentorBot.Turns;

/// <summary>Asks the intents in their order until one takes the turn.</summary>
internal sealed class Router(IEnumerable<IIntent> intents)
{
    private readonly IReadOnlyList<IIntent> _intents = intents.OrderBy(i => i.Stage).ThenBy(i => i.Order).ToList();

    /// <exception cref="InvalidOperationException">No intent took it: the fallback is missing, a fault of ours.</exception>
    public async ValueTask<IIntent> RouteAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var intent in _intents)
        {
            if (turn.IsShared && !intent.SpeaksInPublic)
            {
                continue;
            }

            if (await intent.TryHandleAsync(turn, cancellationToken))
            {
                return intent;
            }
        }

        throw new InvalidOperationException("No intent took the turn.");
    }
}
