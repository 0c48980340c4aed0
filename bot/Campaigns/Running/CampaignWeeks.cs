using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>The whole weeks of an export, cut anew where the spend changes its level so that no week lies on two; partial, blind and still-counting days take their week out.</summary>
internal sealed class CampaignWeeks
{
    private readonly int[] _weekOfRow;

    private CampaignWeeks(CampaignColumns columns, IReadOnlyList<DateOnly> starts, IReadOnlyList<bool> complete, int[] weekOfRow)
    {
        (Columns, Starts, Complete, _weekOfRow) = (columns, starts, complete, weekOfRow);
    }

    public CampaignColumns Columns { get; }

    public IReadOnlyList<DateOnly> Starts { get; }

    /// <summary>Per week: every one of its days may be read for conversions.</summary>
    public IReadOnlyList<bool> Complete { get; }

    /// <returns>-1 for a row outside of every whole week.</returns>
    public int WeekOf(int row) => _weekOfRow[row];

    public static CampaignWeeks? Of(CampaignColumns columns, Readout readout)
    {
        var table = columns.Table;
        if (readout.SeriesOf("spend") is not { Grain: Grain.Day or Grain.Week } spend)
        {
            return null;
        }

        var width = spend.StepsPerWeek;
        var cuts = spend.Shifts.Select(s => s.At).Prepend(0).Append(spend.Starts.Length).ToArray();
        var (starts, complete, weekOfStep) = (new List<DateOnly>(), new List<bool>(), Enumerable.Repeat(-1, spend.Starts.Length).ToArray());
        var results = readout.SeriesOf(columns.Result);
        bool Usable(int i) => !double.IsNaN(spend.Tested.Values[i]) && spend.Values[i] > 0 && (results is null || double.IsNaN(results.Values[i]) || !double.IsNaN(results.Tested.Values[i]));
        for (var k = 0; k + 1 < cuts.Length; k++)
        {
            for (var from = cuts[k]; from + width <= cuts[k + 1]; from += width)
            {
                for (var i = from; i < from + width; i++)
                {
                    weekOfStep[i] = starts.Count;
                }

                starts.Add(spend.Starts[from]);
                complete.Add(Enumerable.Range(from, width).All(Usable));
            }
        }

        var place = spend.Starts.Index().ToDictionary(s => s.Item, s => s.Index);
        return new CampaignWeeks(columns, starts, complete, [.. table.Dates.Select(d => place.TryGetValue(d, out var step) ? weekOfStep[step] : -1)]);
    }
}
