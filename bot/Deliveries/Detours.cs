using System.Text.Json;
using System.Text.Json.Serialization;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>A message that cannot reach its person where it was meant to goes on by their next identity, under the same key; the delivery keeps where it was tried and why not. Rule 10 of the design.</summary>
internal sealed class Detours(Database database, Reaches reaches, ProactiveAddresses addresses, TimeProvider time)
{
    /// <summary>Asked before a send: who is known to be out of reach is not called for every message. Whoever is answered has just written, so replies are not asked about.</summary>
    /// <returns>Null when it is to be tried.</returns>
    public async Task<SendResult.Failed?> KnownAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery is { Class: not DeliveryClass.Reply, PersonId: { } person }
        && (await reaches.FindAsync(person, delivery.Channel, delivery.Workspace, cancellationToken))?.Unreachable is { } reason
            ? new SendResult.Failed(reason) { IsUnreachable = true }
            : null;

    /// <summary>Remembers that the person is not reached there, and where there is another way sends the delivery on. What arrived in part stays where it is.</summary>
    /// <param name="delivery">On the wire until now; queued again, in the database too, when it goes on.</param>
    /// <returns>False when it ends here.</returns>
    public async Task<bool> TryTakeAsync(Delivery delivery, string reason, CancellationToken cancellationToken)
    {
        if (delivery.PersonId is not { } person)
        {
            return false;
        }

        await reaches.LostAsync(delivery.OrganisationId, person, delivery.Channel, delivery.Workspace, reason, cancellationToken);
        if (delivery.Class == DeliveryClass.Reply || delivery.ChannelRef is not null)
        {
            return false;
        }

        var now = time.GetUtcNow();
        IReadOnlyList<Detour> taken = [.. Detour.ListOf(delivery.Detours), new Detour(delivery.Channel, delivery.Workspace, reason, now)];
        await using var db = database.Open();
        if (await addresses.NextAsync(db, person, taken.Select(d => (d.Channel, d.Workspace)), cancellationToken) is not { } next)
        {
            return false;
        }

        delivery.GoTo(next, Detour.ToJson(taken), now);
        using var turn = await database.WriterTurnAsync(cancellationToken);
        return await db.Set<Delivery>().Where(d => d.Seq == delivery.Seq && d.State == DeliveryState.Sending && d.Attempts == delivery.Attempts).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.Channel, next.Channel).SetProperty(x => x.Workspace, next.Workspace).SetProperty(x => x.Conversation, next.Conversation)
                .SetProperty(x => x.Reference, next.Reference).SetProperty(x => x.Detours, delivery.Detours).SetProperty(x => x.State, DeliveryState.Queued)
                .SetProperty(x => x.Failures, 0).SetProperty(x => x.DueAt, now).SetProperty(x => x.LeaseOwner, (Guid?)null),
            cancellationToken) == 1;
    }
}

/// <summary>One way on which a delivery did not arrive.</summary>
/// <param name="Reason">Key in the texts of "deliveries".</param>
internal sealed record Detour(string Channel, string Workspace, string Reason, DateTimeOffset At)
{
    /// <param name="json">Null for none.</param>
    public static IReadOnlyList<Detour> ListOf(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, DetourJson.Default.IReadOnlyListDetour) ?? [];

    public static string ToJson(IReadOnlyList<Detour> detours) => JsonSerializer.Serialize(detours, DetourJson.Default.IReadOnlyListDetour);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Detour>))]
internal sealed partial class DetourJson : JsonSerializerContext;
