using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>The button of a mission: "mission:pick" with the mission as its value, or "mission:read-kpis" itself.</summary>
internal sealed class PressMission(FlowCatalog catalog, FlowPlay play, Missions missions) : IIntent
{
    public Stage Stage => Stage.Choice;

    public int Order => 10;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent choice || !choice.Target.StartsWith("mission:", StringComparison.Ordinal))
        {
            return false;
        }

        var mission = choice.Target == Missions.Target ? string.Concat(choice.Values.Take(1)) : choice.Target["mission:".Length..];
        await StartMission.StartAsync(turn, mission, catalog, play, missions, cancellationToken);
        return true;
    }
}
