using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>What a press came from: a button carries ids only, the message that it stands in has its words.</summary>
internal sealed class PressedCards(Database database)
{
    /// <returns>The press as content, and the message; null for the message when it is not there any more or belongs to another tenant.</returns>
    public async Task<(ChoiceContent Choice, Delivery? Message)> FindAsync(ActivityChoices press, string workspace, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var message = await db.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == press.Delivery && d.Workspace == workspace, cancellationToken);
        var part = message?.Message.Parts.OfType<ChoicesPart>().FirstOrDefault(c => c.Nonce == press.Nonce);
        var labels = press.Values.Select(v => part?.Choices.FirstOrDefault(c => c.Value == v)?.Label ?? v);
        return (new ChoiceContent(press.Target, press.Version, press.Nonce, press.Values, string.Join(", ", labels)), part is null ? null : message);
    }
}
