using System.Text.Json;
using System.Text.Json.Serialization;
using MentorBot.Storage;

namespace MentorBot.Deliveries;

/// <summary>A message that cannot reach its person where it was meant to goes on by their next identity, under the same key; the delivery keeps where it was tried and why not. Rule 10 of the design.</summary>
internal sealed class Detours(Reaches reaches, ProactiveAddresses addresses, TimeProvider time)
{
    /// <summary>Asked before a send: who is known to be out of reach is not called for every message. Whoever is answered has just written, so replies are not asked about.</summary>
    /// <returns>Null when it is to be tried.</returns>
    public async Task<SendResult.Failed?> KnownAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery is { Class: not DeliveryClass.Reply, PersonId: { } person }
        && (await reaches.FindAsync(person, delivery.Channel, delivery.Workspace, cancellationToken))?.Unreachable is { } reason
            ? new SendResult.Failed(reason) { IsUnreachable = true }
            : null;

    /// <summary>Remembers that the person is not reached there, and sends the delivery on where there is another way. What arrived in part stays where it is.</summary>
    /// <param name="db">Tracks the delivery; not saved here.</param>
    /// <param name="delivery">Failed just now.</param>
    public async Task TakeAsync(BotDb db, Delivery delivery, string reason, CancellationToken cancellationToken)
    {
        if (delivery.PersonId is not { } person)
        {
            return;
        }

        await reaches.LostAsync(delivery.OrganisationId, person, delivery.Channel, delivery.Workspace, reason, cancellationToken);
        if (delivery.Class == DeliveryClass.Reply || delivery.ChannelRef is not null)
        {
            return;
        }

        var now = time.GetUtcNow();
        IReadOnlyList<Detour> taken = [.. Detour.ListOf(delivery.Detours), new Detour(delivery.Channel, delivery.Workspace, reason, now)];
        if (await addresses.NextAsync(db, person, taken.Select(d => (d.Channel, d.Workspace)), cancellationToken) is { } next)
        {
            delivery.GoTo(next, Detour.ToJson(taken), now);
        }
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
