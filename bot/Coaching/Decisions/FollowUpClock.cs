using System.Text.Json;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Writes again on the day that was agreed: what was decided, under what threshold, and one question.</summary>
internal sealed class FollowUpClock(Database database, Outbox outbox, PeopleDirectory people, Texts texts, TimeProvider time) : IClock
{
    private const int AtOnce = 20;

    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = database.Open();
        var due = await db.Set<FollowUp>().Where(f => f.State == FollowUpState.Planned && f.DueAt <= now).OrderBy(f => f.DueAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var followUp in due)
        {
            await AskAsync(db, followUp, now, cancellationToken);
        }

        if (due.Count > 0)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another instance asked first.
                return 0;
            }
        }

        return due.Count;
    }

    private async Task AskAsync(BotDb db, FollowUp followUp, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == followUp.PersonId, cancellationToken);
        var decision = await db.Set<Decision>().FirstAsync(d => d.Id == followUp.DecisionId, cancellationToken);
        if (person is not { Active: true, LastAddress: { } last } || JsonSerializer.Deserialize<Address>(last) is not { } address)
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
