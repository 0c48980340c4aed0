using System.Text.RegularExpressions;

namespace MentorBot.Kpis;

/// <summary>The KPIs we know, and the names that exports and people give them. Read from <c>prompts/kpis.yaml</c>.</summary>
internal sealed partial class KpiDictionary
{
    private readonly Dictionary<string, Kpi> _byId;
    private readonly Dictionary<string, HeaderMatch> _headers;
    private readonly ILookup<char, string> _longestFirst;
    private readonly KpiFile _file;

    private KpiDictionary(KpiFile file)
    {
        _file = file;
        _byId = file.Kpis.ToDictionary(k => k.Id);
        _headers = [];
        foreach (var (name, id) in file.KpiHeaders)
        {
            _headers.TryAdd(HeaderName.Split(name).Name, new HeaderMatch(HeaderKind.Metric, id, true, null));
        }

        foreach (var (name, id) in file.KeyHeaders)
        {
            _headers.TryAdd(HeaderName.Split(name).Name, new HeaderMatch(HeaderKind.Key, id, true, null));
        }

        foreach (var name in file.Personal)
        {
            _headers.TryAdd(HeaderName.Normalise(name), new HeaderMatch(HeaderKind.Personal, "", true, null));
        }

        _longestFirst = _headers.Where(h => h.Value.Kind != HeaderKind.Personal).Select(h => h.Key)
            .OrderByDescending(h => h.Length).ThenBy(h => h, StringComparer.Ordinal)
            .ToLookup(h => h[0]);
    }

    public IReadOnlyCollection<Kpi> All => _byId.Values;

    /// <param name="prompts">The prompts folder.</param>
    /// <exception cref="InvalidDataException">The file is not a dictionary of KPIs; names the entry.</exception>
    public static KpiDictionary Load(string prompts) => new(KpiFile.Read(Path.Combine(prompts, "kpis.yaml")));

    public Kpi? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The id that a column of this KPI takes when nothing else in the file has it: "purchases" stands for "conversions".</summary>
    public string? Instead(string id) => _file.Instead.GetValueOrDefault(id);

    /// <summary>True for counts of whole things, in which three digits after a separator are always thousands.</summary>
    public bool IsWhole(string id) => _file.Whole.Contains(id);

    /// <summary>Words that people type for a KPI in this language, normalised, longest first.</summary>
    public IReadOnlyList<KpiAlias> Aliases(string locale) =>
        [.. _file.Said.Where(s => s.Locale == locale)
            .Select(s => new KpiAlias(HeaderName.Normalise(s.Text), _byId[s.Id]))
            .DistinctBy(a => a.Text)
            .OrderByDescending(a => a.Text.Length).ThenBy(a => a.Text, StringComparer.Ordinal)];

    /// <summary>Recognises a header: a source's own meaning, else the exact name, else the longest known name that the header begins with and only qualifies. Never a bare substring.</summary>
    public HeaderMatch? Match(string header, string? source = null)
    {
        var (name, currency) = HeaderName.Split(header);
        if (name.Length == 0)
        {
            return null;
        }

        if (source is not null && _file.Overrides.TryGetValue((source, name), out var own))
        {
            return own.Length == 0 ? null : new HeaderMatch(_byId.ContainsKey(own) ? HeaderKind.Metric : HeaderKind.Key, own, true, currency);
        }

        if (_headers.TryGetValue(name, out var exact))
        {
            return exact with { Currency = currency };
        }

        if (HoldsPersonalWord(name))
        {
            return new HeaderMatch(HeaderKind.Personal, "", false, null);
        }

        var known = _longestFirst[name[0]].FirstOrDefault(k => name.StartsWith(k, StringComparison.Ordinal) && Qualifier().IsMatch(name.AsSpan(k.Length)));
        return known is null ? null : _headers[known] with { Exact = false, Currency = currency ?? Currencies.Code(name.AsSpan(known.Length).Trim()) };
    }

    private bool HoldsPersonalWord(string name) =>
        _file.PersonalWords.Any(w => name.Contains(w, StringComparison.Ordinal) && $" {PersonalBreak().Replace(name, " ")} ".Contains($" {w} ", StringComparison.Ordinal));

    /// <summary>What may follow a known name without changing its meaning: "(7-day click)", "- total", a currency. "per user" or "rate" would change it.</summary>
    [GeneratedRegex(@"^(\s*[\(\[:]|\s+-\s|\s+(total|totale|totales|totaux|totals|all|ht|ttc|eur|usd|gbp|chf|cad|euros?|€|\$|£)\b|\s*(€|\$|£)$)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"[^\w\-]+")]
    private static partial Regex PersonalBreak();
}
