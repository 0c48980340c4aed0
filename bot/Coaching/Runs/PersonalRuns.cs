using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Every answer goes. That somebody, nobody knows who, began a flow and came to some step is a count, and stays.</summary>
internal sealed class PersonalRuns : IPersonalRows
{
    private static readonly string Nothing = RunState.New.ToJson();

    public Type Entity => typeof(FlowRun);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) => Rows(db, person).ExecuteUpdateAsync(
        r => r.SetProperty(x => x.Body, Nothing).SetProperty(x => x.PersonId, nobody).SetProperty(x => x.WakeAt, (DateTimeOffset?)null)
            .SetProperty(x => x.Phase, x => x.Phase == RunPhase.Closed ? RunPhase.Closed : RunPhase.Cancelled).SetProperty(x => x.Version, x => x.Version + 1),
        cancellationToken);

    private static IQueryable<FlowRun> Rows(BotDb db, Person person) => db.Set<FlowRun>().Where(r => r.PersonId == person.Id);
}
