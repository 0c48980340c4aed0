using System.Diagnostics;
using MentorBot.Deliveries;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>Handles one leased event to one commit: state, what to say, and the event itself, all or nothing.</summary>
internal sealed class TurnRunner(
    Database database, InboxQueries inbox, Router router, PeopleDirectory people, Understanding understanding,
    Texts texts, Outbox outbox, Signals signals, TimeProvider time, Ids ids, ILogger<TurnRunner> logger)
{
    private const int MaxFaults = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>An event that takes the whole process down leaves no fault behind, only tries.</summary>
    private const int MaxClaims = 100;

    /// <param name="lane">Only this lane's events; null for all.</param>
    /// <returns>False when nothing was free to be handled.</returns>
    public async Task<bool> RunNextAsync(string? lane, CancellationToken cancellationToken)
    {
        var db = database.Open();
        try
        {
            var inbound = await inbox.ClaimAsync(db, lane, cancellationToken);
            if (inbound is null)
            {
                return false;
            }

            using var heartbeat = new LeaseHeartbeat(inbox, inbound.Seq, time);
            var started = time.GetTimestamp();
            if (inbound.Attempts > MaxClaims)
            {
                await GiveBackAsync(inbound, cancellationToken);
                return true;
            }

            for (var race = 0; ; race++)
            {
                var outcome = await TryTurnAsync(db, inbound, cancellationToken);
                if (outcome != Outcome.LostRace || race == 3)
                {
                    Telemetry.Turn(inbound.Channel, outcome.ToString(), time.GetElapsedTime(started));
                    return true;
                }

                // Another turn or clock changed the same aggregate: read everything again and decide anew.
                await db.DisposeAsync();
                db = database.Open();
                var again = await db.Set<InboundEvent>().FirstAsync(e => e.Seq == inbound.Seq, cancellationToken);
                if (again.State != InboundState.Leased || again.LeaseOwner != inbound.LeaseOwner)
                {
                    return true;
                }

                inbound = again;
            }
        }
        finally
        {
            await db.DisposeAsync();
        }
    }

    private async Task<Outcome> TryTurnAsync(BotDb db, InboundEvent inbound, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(db, inbound, cancellationToken);
            return await CommitAsync(db, inbound, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.LostRace;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.TurnFailed(logger, inbound.Id, inbound.Faults + 1, e.GetType().Name, e.StackTrace);
            await GiveBackAsync(inbound, cancellationToken);
            return Outcome.Fault;
        }
    }

    private async Task HandleAsync(BotDb db, InboundEvent inbound, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var content = InboundContent.FromJson(inbound.Content);
        var person = inbound.PersonId is { } id ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        if (person is null)
        {
            SayUnknown(db, inbound, now);
            return;
        }

        var organisation = people.Organisation(person.OrganisationId);
        var address = System.Text.Json.JsonSerializer.Serialize(inbound.Address);
        if (person.LastAddress != address)
        {
            person.LastAddress = address;
        }

        var understood = content is TextContent text ? understanding.Read(text.Text, person.VoiceIn(organisation).Locale) : Understood.Nothing;
        var turn = new Turn(db, inbound, content, person, organisation, understood, now, texts, outbox, ids);
        var intent = await router.RouteAsync(turn, cancellationToken);
        Activity.Current?.SetTag("intent", intent.GetType().Name);
    }

    private async Task<Outcome> CommitAsync(BotDb db, InboundEvent inbound, CancellationToken cancellationToken)
    {
        inbound.State = InboundState.Done;
        inbound.DoneAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        if (db.ChangeTracker.Entries<Delivery>().Any(d => d.Entity.State == DeliveryState.Queued))
        {
            signals.Outbox.Wake();
        }

        if (inbound.PersonId is { } id)
        {
            signals.TranscriptChanged(id);
        }

        return Outcome.Done;
    }

    /// <summary>Lets the event be tried again; after the last try tells the person that it was kept but could not be answered.</summary>
    private async Task GiveBackAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var row = await db.Set<InboundEvent>().FirstAsync(e => e.Seq == inbound.Seq, cancellationToken);
        if (row.State != InboundState.Leased || row.LeaseOwner != inbound.LeaseOwner)
        {
            return;
        }

        row.Faults++;
        row.LeaseOwner = null;
        if (row.Faults < MaxFaults && row.Attempts <= MaxClaims)
        {
            // Half a second, then twice as long each time: what ails the database is often over by then. Later events of the same person wait.
            row.LeaseUntil = time.GetUtcNow() + (FirstPause * (1 << (row.Faults - 1)));
        }
        else
        {
            row.State = InboundState.Failed;
        }

        if (row.State == InboundState.Failed && row.PersonId is { } id && await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } person)
        {
            var voice = person.VoiceIn(people.Organisation(person.OrganisationId));
            outbox.Add(db, $"fault:{row.Id:N}", DeliveryClass.Reply, row.OrganisationId, id, row.Address, Message.Text(voice.Locale, texts.Say(voice, "turns.fault")), time.GetUtcNow());
            row.DoneAt = time.GetUtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        if (row.PersonId is { } personId)
        {
            signals.TranscriptChanged(personId);
        }
    }

    private void SayUnknown(BotDb db, InboundEvent inbound, DateTimeOffset now)
    {
        var organisation = people.Organisations.FirstOrDefault();
        var voice = new Voice(organisation?.Locale ?? Locales.French, AddressForm.Vous);
        outbox.Add(db, $"reply:{inbound.Id:N}:0", DeliveryClass.Reply, Guid.Empty, null, inbound.Address,
            Message.Text(voice.Locale, texts.Say(voice, "turns.unknown-sender", ("organisation", organisation?.Name))), now);
    }

    private enum Outcome
    {
        Done,
        LostRace,
        Fault,
    }
}
