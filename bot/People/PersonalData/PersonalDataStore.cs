using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentorBot.People;

/// <summary>Everything that is kept about one person, across rooms: found by a scan of the mapped entities that carry a person's id, so that no room can forget to take part.</summary>
internal sealed class PersonalDataStore(Database database, IEnumerable<IPersonalRows> special, Ids ids)
{
    /// <summary>What a property that holds a person's id is called. A test refuses any other name for one.</summary>
    public static readonly IReadOnlyList<string> PersonProperties = ["PersonId", "OwnerId", "SaidBy"];

    private readonly Dictionary<Type, IPersonalRows> _special = special.ToDictionary(s => s.Entity);

    /// <param name="who">The roster's id, or the id in the database.</param>
    /// <returns>More than one where several organisations use the same roster id; people whom the roster has dropped are found too.</returns>
    public async Task<IReadOnlyList<Person>> FindAsync(string who, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var id = Guid.TryParse(who, out var parsed) ? parsed : Guid.Empty;
        return [.. (await db.Set<Person>().AsNoTracking().ToListAsync(cancellationToken)).Where(p => p.Id == id || string.Equals(p.Key, who, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The entities that hold something about people, in an order in which they can be erased: those that point to others first.</summary>
    public IReadOnlyList<(IEntityType Type, IPersonalRows Rows)> Scan(IModel model)
    {
        var found = model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => (Type: e, Rows: RowsOf(e))).Where(e => e.Rows is not null).Select(e => (e.Type, Rows: e.Rows!)).ToList();
        var ordered = new List<(IEntityType Type, IPersonalRows Rows)>();
        while (found.Count > 0)
        {
            // An entity goes once nothing that is left points to it.
            var free = found.Find(f => !found.Exists(o => o.Type != f.Type && o.Type.GetForeignKeys().Any(k => k.PrincipalEntityType == f.Type)));
            ordered.Add(free.Type is null ? found[0] : free);
            found.Remove(ordered[^1]);
        }

        // Who they are comes last: other rows are found by where the person is reached.
        return [.. ordered.OrderBy(o => o.Type.ClrType == typeof(Identity) || o.Type.ClrType == typeof(Person))];
    }

    /// <summary>Every row about the person, entity by entity.</summary>
    public async Task<IReadOnlyList<(IEntityType Type, IReadOnlyList<object> Rows)>> ReadAsync(BotDb db, Person person, CancellationToken cancellationToken)
    {
        var kept = new List<(IEntityType, IReadOnlyList<object>)>();
        foreach (var (type, rows) in Scan(db.Model))
        {
            kept.Add((type, await rows.Of(db, person).AsNoTracking().ToListAsync(cancellationToken)));
        }

        return kept;
    }

    /// <summary>Removes it, all or nothing; on SQLite the bytes are overwritten too.</summary>
    /// <returns>Rows removed or emptied, by table.</returns>
    public async Task<IReadOnlyList<(string Table, int Rows)>> EraseAsync(Person person, CancellationToken cancellationToken)
    {
        var erased = new List<(string, int)>();
        var nobody = ids.Next();
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (!database.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (type, rows) in Scan(db.Model))
            {
                erased.Add((type.GetTableName() ?? type.ShortName(), await rows.EraseAsync(db, person, nobody, cancellationToken)));
            }

            await transaction.CommitAsync(cancellationToken);
        }

        if (!database.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }

        return erased;
    }

    private IPersonalRows? RowsOf(IEntityType type)
    {
        if (_special.TryGetValue(type.ClrType, out var own))
        {
            return own;
        }

        var property = PersonProperties.Select(type.FindProperty).FirstOrDefault(p => p is not null);
        return property is null ? null : (IPersonalRows?)Activator.CreateInstance(typeof(OwnRows<>).MakeGenericType(type.ClrType), property.Name, property.IsNullable);
    }
}
