using MentorBot.Storage;

namespace MentorBot.People;

/// <summary>
/// Open set: what a room keeps about a person where "every row that carries the person's id" is not the whole truth, or where something other than deleting the rows erases them.
/// Everything else is found by a scan of the model (<see cref="PersonalDataStore"/>) and needs nothing.
/// </summary>
internal interface IPersonalRows
{
    /// <summary>The mapped entity.</summary>
    Type Entity { get; }

    /// <summary>All rows of it about the person.</summary>
    IQueryable<object> Of(BotDb db, Person person);

    /// <summary>Removes what they hold about the person; a count that says nothing of anybody may stay.</summary>
    /// <param name="nobody">A fresh id that belongs to nobody, the same for everything of one erasure, where a count of distinct people must stay right.</param>
    /// <returns>Rows.</returns>
    Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken);
}
