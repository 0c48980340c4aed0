using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>What was said to a person goes, and so does what still waits to be sent. That a message of some class was sent on some channel at some time is a count, and stays.</summary>
internal sealed class PersonalDeliveries : IPersonalRows
{
    /// <summary>A <see cref="Messages.Message"/> without parts.</summary>
    private static readonly string Nothing = new Messages.Message([], Messages.Locales.French).ToJson();

    public Type Entity => typeof(Delivery);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public async Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken)
    {
        var unsent = await Rows(db, person).Where(d => d.State < DeliveryState.Sent).ExecuteDeleteAsync(cancellationToken);
        return unsent + await Rows(db, person).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.Body, Nothing).SetProperty(x => x.PersonId, (Guid?)null).SetProperty(x => x.Conversation, "").SetProperty(x => x.Workspace, "")
                .SetProperty(x => x.Reference, (string?)null).SetProperty(x => x.ChannelRef, (string?)null).SetProperty(x => x.Detours, (string?)null).SetProperty(x => x.Key, x => "erased:" + x.Id.ToString()),
            cancellationToken);
    }

    private static IQueryable<Delivery> Rows(BotDb db, Person person) => db.Set<Delivery>().Where(d => d.PersonId == person.Id);
}
