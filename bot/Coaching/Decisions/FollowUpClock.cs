using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Writes again on the day that was agreed: what was decided, under what threshold, and one question.</summary>
internal sealed class FollowUpClock(Database database, Outbox outbox, ProactiveAddresses addresses, PeopleDirectory people, Texts texts, TimeProvider time, ILogger<FollowUpClock> logger) : IClock
{
    private const int AtOnce = 20;

    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await DueAsync(now, cancellationToken);
        if (due.Count == 0 || await TryAskAsync(due, now, cancellationToken) is not { } fault)
        {
            return due.Count;
        }

        // One of them cannot be asked: each alone, so that the others are.
        foreach (var id in due)
        {
            if ((due.Count == 1 ? fault : await TryAskAsync([id], now, cancellationToken)) is { } why)
            {
                await StepAsideAsync(id, why, now, cancellationToken);
            }
        }

        return due.Count;
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await Due(db, now).OrderBy(f => f.DueAt).Select(f => f.Id).Take(AtOnce).ToListAsync(cancellationToken);
    }

    private static IQueryable<FollowUp> Due(BotDb db, DateTimeOffset now) => db.Set<FollowUp>().Where(f => f.State == FollowUpState.Planned && f.DueAt <= now);

    /// <returns>What went wrong; null when all of them are settled, by this instance or by a faster one.</returns>
    private async Task<Exception?> TryAskAsync(IReadOnlyList<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = database.Open();
            foreach (var followUp in await Due(db, now).Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken))
            {
                await AskAsync(db, followUp, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException && ids.Count == 1)
        {
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }

    private async Task StepAsideAsync(Guid id, Exception fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (await Due(db, now).FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } followUp)
        {
            return;
        }

        var next = followUp.StepAside(now);
        await db.SaveChangesAsync(cancellationToken);
        Setback.Tell(logger, nameof(FollowUpClock), id, followUp.Faults, fault, next);
    }

    private async Task AskAsync(BotDb db, FollowUp followUp, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == followUp.PersonId, cancellationToken);
        var decision = await db.Set<Decision>().FirstAsync(d => d.Id == followUp.DecisionId, cancellationToken);
        if (person is not { Active: true } || await addresses.FirstAsync(db, person, cancellationToken) is not { } address)
        {
            followUp.Cancel();
            return;
        }

        var voice = person.VoiceIn(people.Organisation(person.OrganisationId));
        var made = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(decision.CreatedAt, person.ZoneIn(people.Organisation(person.OrganisationId))).DateTime);
        var text = texts.Say(voice, "coaching.followup.ask", ("made", made), ("decision", decision.Text), ("threshold", decision.Threshold));
        var choices = AnswerFollowUp.Outcomes.Select(o => new Choice(o, texts.Say(voice, "coaching.followup." + o))).ToList();
        outbox.Add(db, $"followup:{followUp.Id:N}", DeliveryClass.Nudge, person.OrganisationId, person.Id, address,
            new Message([new TextPart(text), new ChoicesPart($"{AnswerFollowUp.Target}{followUp.Id:N}", 0, followUp.Id.ToString("N"), choices)], voice.Locale), now);
        followUp.Asked(now);
    }
}
