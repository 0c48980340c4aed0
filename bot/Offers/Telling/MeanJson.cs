using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>A reading of averages beside the contract's "JSON of offer": its names where they make sense, meanA, meanB and welch where a rate has rateA, rateB and newcombe.</summary>
internal sealed class MeanJson(Texts texts)
{
    private readonly OfferJson _rates = new(texts);
    private readonly MeanReport _report = new(texts);

    /// <summary>What a plan for an average adds to the contract's fields; a plan for a rate stays as it is.</summary>
    public static JsonObject Added(OfferPlan plan, JsonObject node)
    {
        if (plan.Input is { Spread: { } spread } input)
        {
            node["mean"] = input.Baseline;
            node["deviation"] = spread.Deviation;
            node["minimumDetectableLift"] = OfferJson.Number(plan.MinimumDetectable / input.Baseline);
        }

        return node;
    }

    public string Write(MeanReading reading, Voice voice) => ToNode(reading, voice).ToJsonString(OfferJson.Layout);

    public JsonObject ToNode(MeanReading reading, Voice voice)
    {
        var (a, compared) = (reading.Data.Control.Figures, reading.Main.Compared);
        return new JsonObject
        {
            ["srm"] = new JsonObject { ["chi2"] = OfferJson.Number(reading.Split.Chi2), ["p"] = OfferJson.Number(reading.Split.P), ["verdict"] = reading.Split.Mismatch ? "mismatch" : "ok" },
            ["meanA"] = OfferJson.Number(a.Mean),
            ["meanB"] = OfferJson.Number(compared.B.Mean),
            ["difference"] = OfferJson.Number(compared.Difference),
            ["welch"] = OfferJson.Pair(compared.Range),
            ["method"] = "welch-t",
            ["degreesOfFreedom"] = OfferJson.Number(compared.Freedom),
            ["pValue"] = OfferJson.Number(compared.P),
            ["relativeLift"] = OfferJson.Number(compared.Lift),
            ["relativeInterval"] = OfferJson.Pair(compared.LiftRange),
            ["relativeMethod"] = "fieller",
            ["peeking"] = new JsonObject { ["looks"] = reading.Peeking.Looks, ["falsePositiveRate"] = OfferJson.Number(reading.Peeking.FalsePositiveRate), ["anytimeInterval"] = OfferJson.Pair(reading.Peeking.Anytime) },
            ["decision"] = reading.Decision.ToString().ToLowerInvariant(),
            ["reason"] = _report.Reason(reading, voice),
            ["decideNow"] = _report.DecideNow(reading, voice).ToPlainText(),
            ["toSettle"] = reading.Settling is { } s ? new JsonObject { ["effect"] = OfferJson.Number(s.Effect), ["perArm"] = OfferJson.Number(s.PerArm), ["more"] = OfferJson.Number(s.More), ["weeks"] = OfferJson.Number(s.Weeks) } : null,
            ["holds"] = _rates.Notes(reading.Holds, voice),
            ["cautions"] = _rates.Notes(reading.Cautions, voice),
        };
    }
}
