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
    Database database, InboxQueries inbox, Router router, PeopleDirectory people, Understanding understanding, UnknownSender unknown,
    Handover handover, IEnumerable<IContentFetcher> fetchers, Texts texts, Outbox outbox, Signals signals, TimeProvider time, Ids ids, ILogger<TurnRunner> logger)
{
    private const int MaxFaults = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>An event that takes the whole process down leaves no fault behind, only tries.</summary>
    private const int MaxClaims = 100;

    /// <param name="lane">Only this lane's events; null for all.</param>
    /// <returns>False when nothing was free to be handled.</returns>
    public async Task<bool> RunNextAsync(string? lane, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (await inbox.ClaimAsync(db, lane, cancellationToken) is not { } inbound)
        {
            return false;
        }

        await RunAsync(inbound, cancellationToken);
        return true;
    }

    /// <param name="inbound">Leased by this instance.</param>
    public async Task RunAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var db = await OpenAsync(cancellationToken);
        try
        {
            db.Attach(inbound);
            using var heartbeat = new LeaseHeartbeat(inbox, inbound.Seq, time);
            var started = time.GetTimestamp();
            if (inbound.Attempts > MaxClaims)
            {
                await GiveBackAsync(inbound, cancellationToken);
                return;
            }

            for (var race = 0; ; race++)
            {
                var outcome = await TryTurnAsync(db, inbound, cancellationToken);
                if (outcome != Outcome.LostRace || race == 3)
                {
                    Telemetry.Turn(inbound.Channel, outcome.ToString(), time.GetElapsedTime(started));
                    return;
                }

                // Another turn or clock changed the same aggregate: read everything again and decide anew.
                await db.DisposeAsync();
                db = await OpenAsync(cancellationToken);
                var again = await db.Set<InboundEvent>().FirstAsync(e => e.Seq == inbound.Seq, cancellationToken);
                if (again.State != InboundState.Leased || again.LeaseOwner != inbound.LeaseOwner)
                {
                    return;
                }

                inbound = again;
            }
        }
        finally
        {
            await db.DisposeAsync();
        }
    }

    /// <summary>One connection for the whole turn: each opening of its own sets it up anew.</summary>
    private async Task<BotDb> OpenAsync(CancellationToken cancellationToken)
    {
        var db = database.Open();
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db;
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
        var content = await FetchedAsync(inbound, cancellationToken);
        var person = inbound.PersonId is { } id ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        if (person is null)
        {
            await unknown.AnswerAsync(db, inbound, now, cancellationToken);
            return;
        }

        var organisation = people.Organisation(person.OrganisationId);
        Remember(person, inbound);

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
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var (queued, events) = (false, 0);
        foreach (var entry in db.ChangeTracker.Entries<object>())
        {
            queued |= entry.Entity is Delivery { State: DeliveryState.Queued };
            events += entry.Entity is InboundEvent ? 1 : 0;
        }

        if (queued)
        {
            signals.Outbox.Wake();
        }

        if (events > 1)
        {
            // The turn made another event, which waits in the inbox.
            handover.Left();
            signals.Inbox.Wake();
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

    /// <summary>Where they last wrote from and what their client says; nothing is written while both stay the same.</summary>
    private static void Remember(Person person, InboundEvent inbound)
    {
        var address = inbound.PrivateAddress ?? inbound.Address.ToJson();
        if (person.LastAddress != address && (inbound.PrivateAddress is null || person.LastAddress is null))
        {
            person.LastAddress = address;
        }

        if (ClientHints.FromJson(inbound.Client) is { } client)
        {
            person.ClientLocale = Locales.Nearest(client.Locale) ?? person.ClientLocale;
            person.ClientTimeZone = client.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : person.ClientTimeZone;
        }
    }

    private async Task<InboundContent> FetchedAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var content = InboundContent.FromJson(inbound.Content);
        if (content is not RemoteFileContent remote || inbound.PersonId is null)
        {
            return content;
        }

        var file = await fetchers.Single(f => f.Channel == inbound.Channel).FetchAsync(inbound, remote, cancellationToken);
        inbound.Content = file.ToJson();
        return file;
    }

    private enum Outcome
    {
        Done,
        LostRace,
        Fault,
    }
}
