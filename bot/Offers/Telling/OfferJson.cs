using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Plan and reading as the outside contract states them (design, section 5, "JSON of offer"). Numbers are unrounded; what has no finite value is null.</summary>
internal sealed class OfferJson(Texts texts)
{
    internal static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OfferReport _report = new(texts);

    public string Write(OfferPlan plan, Voice voice) => ToNode(plan, voice).ToJsonString(Layout);

    public string Write(OfferReading reading, Voice voice) => ToNode(reading, voice).ToJsonString(Layout);

    public JsonObject ToNode(OfferPlan plan, Voice voice) => MeanJson.Added(plan, new JsonObject
    {
        ["perArm"] = plan.PerArm,
        ["total"] = plan.Total,
        ["days"] = plan.Days,
        ["fullWeeks"] = plan.FullWeeks,
        ["minimumDetectable"] = Number(plan.MinimumDetectable),
        ["warnings"] = new JsonArray([.. plan.Warnings.Select(w => JsonValue.Create(w.In(texts, voice)))]),
        ["warningCodes"] = new JsonArray([.. plan.Warnings.Select(w => JsonValue.Create(w.Name))]),
        ["control"] = plan.Control,
        ["baseline"] = plan.Input.Baseline,
        ["target"] = plan.Input.Target,
        ["alphaPerArm"] = plan.Input.AlphaPerArm,
        ["power"] = plan.Input.Power,
        ["verdict"] = plan.Verdict switch { PlanVerdict.Fits => "fits", PlanVerdict.Long => "long", PlanVerdict.CannotBePowered => "cannot-be-powered", _ => "traffic-unknown" },
        ["visibleIn"] = new JsonArray([.. plan.Sights.Select(s => new JsonObject { ["weeks"] = s.Weeks, ["perArm"] = Number(s.PerArm), ["difference"] = Number(s.Difference), ["lift"] = Number(s.Lift) })]),
        ["stoppedEarly"] = plan.Underpowered is { } u
            ? new JsonObject { ["weeks"] = u.Weeks, ["power"] = Number(u.Exaggeration.Power), ["exaggeration"] = Number(u.Exaggeration.Factor), ["wrongSign"] = Number(u.Exaggeration.WrongSign) }
            : null,
    });

    public JsonObject ToNode(OfferReading reading, Voice voice)
    {
        var (a, b, compared) = (reading.Data.Control.Counts, reading.Main.Compared.B, reading.Main.Compared);
        return new JsonObject
        {
            ["srm"] = new JsonObject { ["chi2"] = Number(reading.Split.Chi2), ["p"] = Number(reading.Split.P), ["verdict"] = reading.Split.Mismatch ? "mismatch" : "ok" },
            ["rateA"] = Number(a.Rate),
            ["rateB"] = Number(b.Rate),
            ["wilsonA"] = Pair(Proportions.Wilson(a.Conversions, a.Users)),
            ["wilsonB"] = Pair(Proportions.Wilson(b.Conversions, b.Users)),
            ["difference"] = Number(compared.Difference),
            ["newcombe"] = Pair(compared.Range),
            ["method"] = compared.Exact ? "fisher" : "pooled-z",
            ["pValue"] = Number(compared.P),
            ["relativeLift"] = Number(compared.Lift),
            ["relativeInterval"] = Pair(compared.LiftRange),
            ["peeking"] = new JsonObject { ["looks"] = reading.Peeking.Looks, ["falsePositiveRate"] = Number(reading.Peeking.FalsePositiveRate), ["anytimeInterval"] = Pair(reading.Peeking.Anytime) },
            ["decision"] = reading.Decision.ToString().ToLowerInvariant(),
            ["reason"] = _report.Reason(reading, voice),
            ["decideNow"] = _report.DecideNow(reading, voice).ToPlainText(),
            ["chanceBest"] = Number(reading.ChanceBest[reading.Main.Index]),
            ["expectedLoss"] = Number(reading.ExpectedLoss),
            ["toSettle"] = reading.Settling is { } s ? new JsonObject { ["effect"] = Number(s.Effect), ["perArm"] = Number(s.PerArm), ["more"] = Number(s.More), ["weeks"] = Number(s.Weeks) } : null,
            ["holds"] = Notes(reading.Holds, voice),
            ["cautions"] = Notes(reading.Cautions, voice),
        };
    }

    internal JsonArray Notes(IEnumerable<OfferNote> notes, Voice voice) => new([.. notes.Select(n => new JsonObject { ["code"] = n.Name, ["text"] = n.In(texts, voice) })]);

    internal static JsonArray? Pair(Interval? range) => range is { } r ? [Number(r.Low), Number(r.High)] : null;

    internal static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;
}
