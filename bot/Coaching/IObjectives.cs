namespace MentorBot.Coaching;

/// <summary>Port: the objectives in force for a person. With no implementation, steps that need one are passed over.</summary>
internal interface IObjectives
{
    Task<IReadOnlyList<ObjectiveInForce>> InForceAsync(Guid personId, DateOnly on, CancellationToken cancellationToken);
}

/// <param name="Code">Short and stable, such as "O2".</param>
internal sealed record ObjectiveInForce(Guid Id, string Code, string Title);
