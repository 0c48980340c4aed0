using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>A test from a table: a row per arm, per arm and day, per arm and segment, or one row per person with a 0/1 conversion.</summary>
internal sealed class OfferTable
{
    private const int MostArms = 20;
    private const int MostSegments = 12;

    /// <summary>What the people are counted in, the surest first.</summary>
    private static readonly (string Id, OfferUnit Unit)[] People =
    [
        ("users", OfferUnit.Users), ("total_users", OfferUnit.Users), ("delivered", OfferUnit.Recipients), ("sent", OfferUnit.Recipients), ("audience", OfferUnit.Users), ("reach", OfferUnit.Users), ("new_users", OfferUnit.Users),
        ("sessions", OfferUnit.Sessions), ("landing_views", OfferUnit.Views), ("unique_views", OfferUnit.Views), ("views_content", OfferUnit.Views), ("clicks_link", OfferUnit.Views), ("clicks_all", OfferUnit.Views), ("impressions", OfferUnit.Views),
    ];

    /// <summary>What is counted as a conversion when nobody says, the likeliest first.</summary>
    private static readonly string[] Conversions = ["conversions", "purchases", "orders", "leads", "subscribers", "subscribers_gained", "unique_clicks", "unique_opens", "converted_sessions", "checkouts", "add_to_cart", "clicks_link", "clicks_all", "opens"];

    /// <summary>Keys whose values are no segments of people.</summary>
    private static readonly HashSet<string> NoSegments = ["variant", "currency", "account", "attribution", "result_type", "status", "label", "post", "post_title", "published", "day", "week", "month"];

    private readonly KpiTable _table;
    private readonly KeyColumn _variant;
    private readonly MetricColumn _conversions;
    private readonly MetricColumn? _people;
    private readonly int[] _armOfCode;
    private readonly int _arms;
    private readonly List<OfferNote> _cautions = [];

    /// <summary>Conversions per row; what a person did in several rows of an arm stands in the first.</summary>
    private double[] _cases;
    private ExposureDuplicates? _duplicates;

    private OfferTable(KpiTable table, KeyColumn variant, MetricColumn conversions, MetricColumn? people)
    {
        (_table, _variant, _conversions, _people, _cases) = (table, variant, conversions, people, conversions.Values);
        var control = ControlArm.Of(variant.Values);
        _armOfCode = [.. Enumerable.Range(0, variant.Values.Count).Select(i => i == control ? 0 : i < control ? i + 1 : i)];
        _arms = variant.Values.Count;
    }

    /// <param name="metric">Canonical id of what counts as a conversion; null: the likeliest column.</param>
    /// <param name="armKey">Canonical id of the key that names the arms; null: "variant".</param>
    /// <returns>The data, or why there is none. Exactly one is set.</returns>
    public static (OfferData? Data, Refusal? Refusal) Read(KpiTable table, string? metric = null, string? armKey = null)
    {
        if (table.Key(armKey ?? "variant") is not { } variant)
        {
            return (null, Refusal.Of("offers.refused.no-variant", ("headers", Headers(table))));
        }

        if (variant.Values.Count is < 2 or > MostArms)
        {
            return (null, variant.Values.Count < 2
                ? Refusal.Of("offers.refused.one-arm", ("arm", variant.Values.Count == 1 ? variant.Values[0] : null))
                : Refusal.Of("offers.refused.too-many-arms-in-file", ("column", variant.Header), ("n", (double)variant.Values.Count), ("most", (double)MostArms)));
        }

        var people = People.Select(p => table.Metric(p.Id)).OfType<MetricColumn>().FirstOrDefault(m => m.Kpi.Id != metric && m.Values.Any(double.IsFinite));
        var conversions = metric is null ? Conversions.Where(c => c != people?.Kpi.Id).Select(table.Metric).OfType<MetricColumn>().FirstOrDefault() : table.Metric(metric);
        if (conversions is null)
        {
            return (null, Refusal.Of("offers.refused.no-conversions", ("headers", Headers(table))));
        }

        return people is null && !conversions.Values.All(v => v is 0 or 1 || double.IsNaN(v))
            ? (null, Refusal.Of("offers.refused.no-users", ("headers", Headers(table))))
            : new OfferTable(table, variant, conversions, people).Read();
    }

    private (OfferData?, Refusal?) Read()
    {
        var rows = Once(Rows());
        var names = _variant.Values.Select((value, code) => (value, Arm: _armOfCode[code])).OrderBy(v => v.Arm).Select(v => v.value).ToList();
        var arms = Sum(rows).Select((counts, i) => new OfferArm(names[i], counts)).ToList();
        var unit = _people is null ? OfferUnit.Users : People.First(p => p.Id == _people.Kpi.Id).Unit;
        Caution(unit, rows);
        var days = Days(rows);
        var data = new OfferData
        {
            Arms = arms,
            Unit = unit,
            Metric = _conversions.Kpi.Id,
            Days = days,
            StepDays = _table.Grain == Grain.Week ? 7 : 1,
            Segments = [.. _table.Keys.Where(k => !NoSegments.Contains(k.Id) && k != _variant && k.Values.Count is >= 2 and <= MostSegments).SelectMany(k => Segments(k, rows))],
            Others = [.. _table.Metrics.Where(m => m != _people && m != _conversions && m.Kpi is { Kind: not Kpis.KpiKind.Ratio, Unit: Kpis.KpiUnit.Count or Kpis.KpiUnit.People }).Select(m => Other(m, rows)).OfType<OfferMetric>()],
            Value = _table.Metric("conv_value") is { } value && rows.TrueForAll(r => double.IsFinite(value.Values[r])) ? rows.Sum(r => value.Values[r]) : null,
            Currency = _table.Currency,
            Duplicates = _duplicates,
            Cautions = _cautions,
        };
        return OfferChecks.Refuse(data, new OfferReadingOptions()) is { } refusal ? (null, refusal) : (data, null);
    }

    /// <summary>Rows that name an arm and hold both counts.</summary>
    private List<int> Rows()
    {
        var named = Enumerable.Range(0, _table.RowCount).Where(i => _variant.Codes[i] >= 0).ToList();
        Note(named.Count < _table.RowCount, "no-arm", ("rows", (double)(_table.RowCount - named.Count)));
        var whole = named.FindAll(i => _people is null || double.IsFinite(_people.Values[i]) && double.IsFinite(_conversions.Values[i]));
        Note(whole.Count < named.Count, "no-count", ("rows", (double)(named.Count - whole.Count)));
        Note(_table.RefusedCount > 0, "refused-rows", ("rows", (double)_table.RefusedCount), ("line", (double)(_table.Refused.FirstOrDefault()?.Line ?? 0)));
        return whole;
    }

    /// <summary>One row per person and arm, where the rows are people and a column tells them apart: converted if any of their rows is.</summary>
    private List<int> Once(List<int> rows)
    {
        if (_people is not null || _table.People.Length != _table.RowCount)
        {
            return rows;
        }

        _cases = [.. _conversions.Values];
        var (first, armsOf) = (new Dictionary<(int Person, int Arm), int>(), new Dictionary<int, int>());
        var once = new List<int>(rows.Count);
        foreach (var i in rows)
        {
            var (person, arm) = (_table.People[i], _variant.Codes[i]);
            if (person >= 0 && !first.TryAdd((person, arm), i))
            {
                var kept = first[(person, arm)];
                _cases[kept] = _cases[kept] is 1 || _cases[i] is 1 ? 1 : 0;
                continue;
            }

            once.Add(i);
            if (person >= 0)
            {
                armsOf[person] = armsOf.GetValueOrDefault(person) + 1;
            }
        }

        _duplicates = new ExposureDuplicates(armsOf.Count, armsOf.Values.Count(n => n > 1));
        Note(once.Count < rows.Count, "repeated-people", ("rows", (double)(rows.Count - once.Count)));
        return once;
    }

    private void Caution(OfferUnit unit, List<int> rows)
    {
        Note(unit == OfferUnit.Sessions, "sessions", ("column", _people?.Header));
        Note(unit == OfferUnit.Views, "views", ("column", _people?.Header));
        Note(unit == OfferUnit.Users && _people is not null && rows.Count > _arms, "summed-users", ("rows", (double)rows.Count), ("arms", (double)_arms));
        Note(_people is null, "per-person", ("rows", (double)rows.Count));
        Note(_people is null && rows.Exists(i => double.IsNaN(_conversions.Values[i])), "empty-as-none", ("rows", (double)rows.Count(i => double.IsNaN(_conversions.Values[i]))));
    }

    private void Note(bool when, string code, params (string, object?)[] values)
    {
        if (when)
        {
            _cautions.Add(OfferNote.Of($"caution.{code}", values));
        }
    }

    private List<OfferDay> Days(IEnumerable<int> rows, MetricColumn? metric = null) => _table.Grain is not (Grain.Day or Grain.Week) || _table.Dates.Length != _table.RowCount ? [] :
        [.. rows.GroupBy(i => _table.Dates[i]).OrderBy(g => g.Key).Select(g => new OfferDay(g.Key, Sum(g, metric)))];

    private IEnumerable<OfferSegment> Segments(KeyColumn key, List<int> rows) =>
        rows.Where(i => key.Codes[i] >= 0).GroupBy(i => key.Codes[i]).OrderBy(g => g.Key).Select(g => new OfferSegment(key.Id, key.Values[g.Key], Sum(g)) { Days = Days(g) });

    /// <summary>Null for what is no count of these people.</summary>
    private OfferMetric? Other(MetricColumn metric, List<int> rows)
    {
        var arms = Sum(rows, metric);
        return arms.All(a => a.Users > 0 && a.Conversions >= 0 && a.Conversions <= a.Users && a.Conversions % 1 == 0) ? new OfferMetric(metric.Kpi.Id, metric.Header, arms) { Days = Days(rows, metric) } : null;
    }

    private Arm[] Sum(IEnumerable<int> rows, MetricColumn? metric = null)
    {
        var (cases, users) = (new double[_arms], new double[_arms]);
        foreach (var i in rows)
        {
            var arm = _armOfCode[_variant.Codes[i]];
            var value = metric?.Values[i] ?? _cases[i];
            cases[arm] += double.IsFinite(value) ? value : 0;
            users[arm] += _people?.Values[i] ?? 1;
        }

        return [.. cases.Zip(users, (x, n) => new Arm(x, n))];
    }

    private static string Headers(KpiTable table) => string.Join(", ", table.Keys.Select(k => k.Header).Concat(table.Metrics.Select(m => m.Header)).Concat(table.IgnoredColumns).Take(8));
}
