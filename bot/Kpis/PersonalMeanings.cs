using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Kpis;

/// <summary>What a column means is the organisation's and stays; who said so goes.</summary>
internal sealed class PersonalMeanings : IPersonalRows
{
    public Type Entity => typeof(ColumnMeaning);

    public IQueryable<object> Of(BotDb db, Person person) => Rows(db, person);

    public Task<int> EraseAsync(BotDb db, Person person, Guid nobody, CancellationToken cancellationToken) =>
        Rows(db, person).ExecuteUpdateAsync(m => m.SetProperty(x => x.SaidBy, nobody), cancellationToken);

    private static IQueryable<ColumnMeaning> Rows(BotDb db, Person person) => db.Set<ColumnMeaning>().Where(m => m.SaidBy == person.Id);
}
