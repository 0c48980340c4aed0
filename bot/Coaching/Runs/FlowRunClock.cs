using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Wakes the runs whose wait is over.</summary>
internal sealed class FlowRunClock(Database database, Outbox outbox, ProactiveAddresses addresses, PeopleDirectory people, FlowCatalog catalog, FlowEngine engine, TimeProvider time, ILogger<FlowRunClock> logger) : IClock
{
    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = database.Open();
        if (await Due(db, now).OrderBy(r => r.WakeAt).FirstOrDefaultAsync(cancellationToken) is not { } run)
        {
            return 0;
        }

        try
        {
            await WakeAsync(db, run, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance, or the person, was faster.
            return 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await StepAsideAsync(run.Id, e, now, cancellationToken);
        }

        return 1;
    }

    private static IQueryable<FlowRun> Due(BotDb db, DateTimeOffset now) => db.Set<FlowRun>().Where(r => r.Phase == RunPhase.Waiting && r.WakeAt <= now);

    private async Task StepAsideAsync(Guid id, Exception fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (await Due(db, now).FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } run)
        {
            return;
        }

        var next = run.StepAside(now);
        await db.SaveChangesAsync(cancellationToken);
        Setback.Tell(logger, nameof(FlowRunClock), id, run.Faults, fault, next);
    }

    private async Task WakeAsync(BotDb db, FlowRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == run.PersonId, cancellationToken);
        if (person is not { Active: true } || await addresses.FirstAsync(db, person, cancellationToken) is not { } address)
        {
            run.MoveTo(run.State with { Phase = RunPhase.Cancelled }, now);
        }
        else
        {
            var organisation = people.Organisation(person.OrganisationId);
            var voice = person.VoiceIn(organisation);
            var talk = new FlowTalk(voice, now, person.ZoneIn(organisation), organisation.Id, person.Id, run.Id, run.Id, person.Name, person.Country ?? organisation.Country);
            var move = await engine.WakeAsync(await catalog.OfRunAsync(db, run, cancellationToken), run.State, talk, cancellationToken);
            foreach (var (parts, n) in move.Messages.Select((m, n) => (m, n)))
            {
                outbox.Add(db, $"flow:{run.Id:N}:wake:{run.Version}:{n}", DeliveryClass.Nudge, organisation.Id, person.Id, address, new Message(parts, voice.Locale), now);
            }

            db.AddRange(move.Added);
            run.MoveTo(move.State, now);
        }
    }
}
