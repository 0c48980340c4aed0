using MentorBot.Deliveries;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>"This helped", "this did not": kept beside the message it is about. Nothing is said: a thumb wants no talk.</summary>
internal sealed class KeepFeedback : IIntent
{
    public Stage Stage => Stage.Choice;

    public bool SpeaksInPublic => true;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not FeedbackContent feedback)
        {
            return false;
        }

        var about = await turn.Db.Set<Delivery>().Where(d => d.Channel == turn.Address.Channel && d.Conversation == turn.Address.Conversation && d.ChannelRef == feedback.MessageRef)
            .Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        if (about is not { } delivery)
        {
            return true;
        }

        var kept = await turn.Db.Set<Feedback>().FirstOrDefaultAsync(f => f.DeliveryId == delivery && f.PersonId == turn.Person.Id, cancellationToken);
        if (kept is null)
        {
            turn.Db.Add(new Feedback { Id = turn.NewId(), OrganisationId = turn.Organisation.Id, PersonId = turn.Person.Id, DeliveryId = delivery, Helped = feedback.Helped, Text = feedback.Text, At = turn.Now });
        }
        else
        {
            kept.Helped = feedback.Helped;
            kept.Text = feedback.Text ?? kept.Text;
            kept.At = turn.Now;
        }

        return true;
    }
}
