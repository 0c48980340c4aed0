using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>What a sale brings, as somebody typed it: "45 €", "40 %", "40 % de 80 €".</summary>
/// <param name="Money">Left by one sale before advertising, or a target CPA.</param>
/// <param name="Share">Left of one unit of sales value, in (0, 1].</param>
/// <param name="OrderValue">Of one sale, where it was said with the share.</param>
/// <param name="Bare">A figure that is neither money nor a share: it must be asked which.</param>
internal sealed record BreakEvenSaid(double? Money, string? Currency, double? Share, double? OrderValue, double? Bare)
{
    /// <returns>Null when there is no figure, or more than one reading of it.</returns>
    public static BreakEvenSaid? Read(string text, string locale)
    {
        var figures = NumberReader.FindAll(text, locale).Where(f => f.Value is not null).ToList();
        var money = figures.FindAll(f => f.Unit == FigureUnit.Money);
        var shares = figures.FindAll(f => f.Unit == FigureUnit.Percent);
        var bare = figures.FindAll(f => f.Unit == FigureUnit.Count);
        return (shares, money, bare) switch
        {
            ([var share], [], []) => new(null, null, share.Value, null, null),
            ([var share], [var order], _) => new(null, order.Currency, share.Value, order.Value, null),
            ([], [var only], _) => new(only.Value, only.Currency, null, null, null),
            ([], [], [var only]) => new(null, null, null, null, only.Value),
            _ => null,
        };
    }
}
