using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>The reading as the outside contract states it (design, section 5, "JSON of readout"). Numbers are unrounded; what has no finite value is null.</summary>
internal sealed class ReadoutJson(Texts texts)
{
    private const int MostRefused = 100;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FindingText _words = new(texts);

    public string Write(Readout readout, Voice voice) => Write(ToNode(readout, voice));

    /// <summary>As everything of the outside contract is written: indented, letters as they are.</summary>
    public static string Write(JsonObject node) => node.ToJsonString(Layout);

    public JsonObject ToNode(Readout readout, Voice voice)
    {
        var table = readout.Table;
        return new JsonObject
        {
            ["source"] = table.Source,
            ["period"] = readout.Period is { } p
                ? new JsonObject { ["from"] = Day(p.From), ["to"] = Day(p.To), ["days"] = p.Days, ["partialDays"] = Array(p.PartialDays, d => Day(d)) }
                : null,
            ["currency"] = table.Currency,
            ["rows"] = new JsonObject
            {
                ["read"] = table.RowCount,
                ["refused"] = Array(table.Refused.Take(MostRefused), r => Note(r, voice)),
                ["refusedCount"] = table.RefusedCount,
                ["dropped"] = Array(table.Dropped, r => Note(r, voice)),
            },
            ["metrics"] = Array(readout.Metrics, m => new JsonObject { ["id"] = m.Id, ["name"] = _words.NameOf(m.Id, voice), ["total"] = Number(m.Total), ["unit"] = Lower(m.Unit), ["kind"] = Kind(m.Kind) }),
            ["findings"] = Array(readout.Findings, f => FindingNode(readout, f, voice)),
            ["questions"] = Array(table.Questions, q => Question(q, voice)),
            ["ignoredColumns"] = Array(table.IgnoredColumns, c => JsonValue.Create(c)),
            ["unknownColumns"] = Array(table.UnknownColumns, c => JsonValue.Create(c.Header)),
            ["tables"] = Array(table.Tables, t => JsonValue.Create(t)),
            ["personalColumns"] = Array(table.PersonalColumns, c => JsonValue.Create(c)),
            ["mainMetric"] = readout.MainMetric,
            ["decidable"] = new JsonObject
            {
                ["code"] = readout.Decidable.Code,
                ["metric"] = readout.Decidable.Metric,
                ["evidence"] = Evidence(readout.Decidable.Evidence),
                ["text"] = _words.Decide(readout, voice),
            },
        };
    }

    private JsonObject FindingNode(Readout readout, Finding finding, Voice voice) => new()
    {
        ["code"] = finding.Code,
        ["severity"] = Lower(finding.Severity),
        ["metric"] = finding.Metric,
        ["segment"] = finding.Segment,
        ["from"] = finding.From is { } from ? Day(from) : null,
        ["to"] = finding.To is { } to ? Day(to) : null,
        ["evidence"] = Evidence(finding.Evidence),
        ["title"] = _words.Title(readout, finding, voice),
        ["text"] = _words.What(readout, finding, voice),
        ["why"] = _words.Why(readout, finding, voice),
        ["check"] = _words.Check(readout, finding, voice),
    };

    private JsonObject Note(RowNote note, Voice voice) => new()
    {
        ["line"] = note.Line,
        ["reason"] = texts.Has(voice.Locale, note.Reason)
            ? texts.Say(voice, note.Reason, new Dictionary<string, object?> { ["line"] = note.Line, ["detail"] = note.Detail, ["column"] = note.Detail })
            : note.Reason,
        ["code"] = note.Reason,
        ["column"] = note.Detail,
    };

    private JsonObject Question(TableQuestion question, Voice voice)
    {
        var key = $"tables.question.{question.Code}";
        return new JsonObject
        {
            ["code"] = question.Code,
            ["text"] = texts.Has(voice.Locale, key)
                ? texts.Say(voice, key, QuestionValues.Of(question))
                : question.Code,
            ["options"] = Array(question.Options, o => JsonValue.Create(o)),
            ["names"] = Array(question.Names, n => JsonValue.Create(n)),
            ["assumed"] = question.Assumed,
        };
    }

    /// <summary>Numbers, days and names; what is not finite is null.</summary>
    public static JsonObject Evidence(IReadOnlyDictionary<string, object?> evidence)
    {
        var node = new JsonObject();
        foreach (var (name, value) in evidence)
        {
            node[name] = value switch
            {
                null => null,
                double d => Number(d),
                int i => JsonValue.Create(i),
                DateOnly d => Day(d),
                bool b => JsonValue.Create(b),
                _ => JsonValue.Create(value.ToString()),
            };
        }

        return node;
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    public static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;

    public static JsonValue Day(DateOnly day) => JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static string Kind(KpiKind kind) => kind == KpiKind.NonAdditive ? "non-additive" : Lower(kind);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
