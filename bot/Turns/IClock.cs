namespace MentorBot.Turns;

/// <summary>Open set: a timer kept as a column. Each tick reads what is due, and commits the change together with what it makes the mentor say.</summary>
internal interface IClock
{
    /// <returns>How many rows it moved; the loop comes back at once while it is not 0.</returns>
    Task<int> TickAsync(CancellationToken cancellationToken);
}
