using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>A header row, understood: which columns are metrics, keys and personal data, and which nobody knows.</summary>
internal sealed record Layout(
    IReadOnlyList<string> Headers,
    IReadOnlyList<ColumnPlan> Metrics,
    IReadOnlyList<ColumnPlan> Keys,
    IReadOnlyList<(int Index, string Header)> Personal,
    IReadOnlyList<string> Ignored)
{
    /// <summary>Columns that carry a metric which another column, no less exactly named, carries already.</summary>
    public IReadOnlyList<ColumnPlan> Rivals { get; init; } = [];

    public int Recognised => Metrics.Count + Keys.Count;

    /// <summary>Two names that we know, one of them a metric, make a header row.</summary>
    public bool IsHeader => Metrics.Count > 0 && Recognised >= 2;

    /// <param name="meaning">Gives a header that says nothing by itself the name that stands above the table; null: none.</param>
    public static Layout Of(Row row, KpiDictionary kpis, string? source = null, Func<string, string?>? meaning = null)
    {
        var headers = Named(row).ConvertAll(h => meaning?.Invoke(h) ?? h);
        var matches = headers.Select(h => kpis.Match(h, source)).ToList();
        var metrics = new Dictionary<string, ColumnPlan>();
        var keys = new Dictionary<string, ColumnPlan>();
        var ignored = new SortedDictionary<int, string>();
        var waiting = new List<int>();
        var rivals = new List<ColumnPlan>();

        // Exact names first, so that "Impressions" wins over an earlier "Impressions (organic)".
        foreach (var i in Enumerable.Range(0, headers.Count).OrderBy(i => matches[i] is { Exact: true } ? 0 : 1).ThenBy(i => i))
        {
            switch (matches[i])
            {
                case null when headers[i].Length > 0:
                    ignored[i] = headers[i];
                    break;
                case { Kind: HeaderKind.Metric } m when kpis.Instead(m.Id) is not null:
                    waiting.Add(i);
                    break;
                case { Kind: HeaderKind.Metric } m when !metrics.TryAdd(m.Id, Plan(i, m.Id)):
                    ignored[i] = headers[i];
                    AddRival(i, m.Id);
                    break;
                case { Kind: HeaderKind.Key } k when !keys.TryAdd(k.Id, Plan(i, k.Id)):
                    ignored[i] = headers[i];
                    break;
            }
        }

        foreach (var i in waiting)
        {
            var id = matches[i]?.Id ?? "";
            var instead = kpis.Instead(id) ?? id;
            if (!metrics.TryAdd(metrics.ContainsKey(instead) ? id : instead, Plan(i, metrics.ContainsKey(instead) ? id : instead)))
            {
                ignored[i] = headers[i];
                AddRival(i, id);
            }
        }

        return new Layout(
            headers,
            [.. metrics.Values.OrderBy(m => m.Index)],
            [.. keys.Values.OrderBy(k => k.Index)],
            [.. Enumerable.Range(0, headers.Count).Where(i => matches[i] is { Kind: HeaderKind.Personal }).Select(i => (i, headers[i]))],
            [.. ignored.Values])
        {
            Rivals = rivals,
        };

        // "Impressions (organic)" beside "Impressions" is a part of it; "Cost" twice, or "Cost" and "Spend", are not.
        void AddRival(int index, string id)
        {
            var kept = metrics[id];
            if (matches[index]?.Exact == matches[kept.Index]?.Exact || headers[index].StartsWith(kept.Header + " (", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(headers[index][^2]))
            {
                rivals.Add(Plan(index, id));
            }
        }

        ColumnPlan Plan(int index, string id) => new(index, id, headers[index], matches[index]?.Currency);
    }

    public bool Repeats(Row row)
    {
        if (Headers.Count == 0 || row.FilledCells == 0 || row[0].Length != Headers[0].Length || !row[0].Equals(Headers[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = 0; i < Headers.Count; i++)
        {
            if (!row[i].Equals(Headers[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Headers as text, repaired; trailing empty ones cut; the second "Cost" becomes "Cost (2)".</summary>
    private static List<string> Named(Row row)
    {
        var headers = row.Texts().Select(t => TextEncoding.Repair(t).Replace('\n', ' ').Trim()).ToList();
        while (headers.Count > 0 && headers[^1].Length == 0)
        {
            headers.RemoveAt(headers.Count - 1);
        }

        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Length > 0 && (seen[headers[i]] = seen.GetValueOrDefault(headers[i]) + 1) is > 1 and var n)
            {
                headers[i] = $"{headers[i]} ({n.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
            }
        }

        return headers;
    }
}
