using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>Keeps a press, and finds what it came from: a button carries ids only, the message that it stands in has its words.</summary>
internal sealed class PressedCards(Database database, Inbox inbox)
{
    /// <summary>Pressed again, whatever is pressed, the choice stays the first one.</summary>
    /// <returns>The choice that counts, and the message; null for the message when it is not there any more or belongs to another tenant.</returns>
    public async Task<(ChoiceContent Choice, Delivery? Message)> AcceptAsync(Activity activity, ActivityChoices press, CancellationToken cancellationToken)
    {
        var (choice, message) = await FindAsync(press, ActivityReader.WorkspaceOf(activity), cancellationToken);
        var arrival = ActivityReader.Press(activity, choice);
        return (await inbox.AcceptAsync(arrival, cancellationToken)).IsNew ? (choice, message) : (await FirstAsync(arrival, cancellationToken) ?? choice, message);
    }

    private async Task<(ChoiceContent Choice, Delivery? Message)> FindAsync(ActivityChoices press, string workspace, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var message = await db.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == press.Delivery && d.Workspace == workspace, cancellationToken);
        var part = message?.Message.Parts.OfType<ChoicesPart>().FirstOrDefault(c => c.Nonce == press.Nonce);
        var labels = press.Values.Select(v => part?.Choices.FirstOrDefault(c => c.Value == v)?.Label ?? v);
        return (new ChoiceContent(press.Target, press.Version, press.Nonce, press.Values, string.Join(", ", labels)), part is null ? null : message);
    }

    private async Task<ChoiceContent?> FirstAsync(Arrival again, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var first = await db.Set<InboundEvent>().AsNoTracking()
            .Where(e => e.Channel == again.Address.Channel && e.Workspace == again.Address.Workspace && e.SecondKey == again.SecondKey)
            .Select(e => e.Content).FirstOrDefaultAsync(cancellationToken);
        return first is null ? null : InboundContent.FromJson(first) as ChoiceContent;
    }
}
