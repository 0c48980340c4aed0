namespace MentorBot.Deliveries;

/// <summary>What becomes of a delivery after a send. Rule 3 of the design: an unknown outcome is never blindly repeated.</summary>
internal static class Settlement
{
    /// <summary>A channel that could not take a message this often will not: a few hours at the longest pause between tries.</summary>
    public const int MostFailures = 60;

    /// <summary>Before a second send after an unknown outcome.</summary>
    public static readonly TimeSpan PauseBeforeRepeat = TimeSpan.FromSeconds(5);

    private const string GaveUp = "gave-up";

    public static void Apply(Delivery delivery, SendResult result, bool mayRepeat, DateTimeOffset now)
    {
        delivery.LeaseOwner = null;
        delivery.ChannelRef = result.Reference ?? delivery.ChannelRef;
        switch (result)
        {
            case SendResult.Sent:
                delivery.State = DeliveryState.Sent;
                delivery.SentAt = now;
                break;
            case SendResult.RetryLater later:
                Postpone(delivery, later, now);
                break;
            case SendResult.Failed failed:
                Fail(delivery, failed.Reason);
                break;
            default:
                Doubt(delivery, mayRepeat, now);
                break;
        }
    }

    private static void Postpone(Delivery delivery, SendResult.RetryLater later, DateTimeOffset now)
    {
        if (!later.Paced && ++delivery.Failures >= MostFailures)
        {
            Fail(delivery, GaveUp);
            return;
        }

        delivery.State = DeliveryState.Queued;
        delivery.DueAt = now + later.After;
    }

    private static void Fail(Delivery delivery, string reason)
    {
        delivery.State = DeliveryState.Failed;
        delivery.Reason = reason;
    }

    private static void Doubt(Delivery delivery, bool mayRepeat, DateTimeOffset now)
    {
        if (mayRepeat && !delivery.PossibleRepeat && delivery.Class is (DeliveryClass.Reply or DeliveryClass.Escalation))
        {
            delivery.PossibleRepeat = true;
            delivery.State = DeliveryState.Queued;
            delivery.DueAt = now + PauseBeforeRepeat;
            return;
        }

        delivery.State = DeliveryState.Unconfirmed;
    }
}
