using System.Text.Json.Nodes;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>The challenge as the outside contract states it (design, section 5): every field of a readout, and the campaign's. Numbers are unrounded; what has no finite value is null.</summary>
internal sealed class CampaignJson(Texts texts)
{
    private readonly ReadoutJson _readout = new(texts);
    private readonly CampaignText _words = new(texts);

    public string Write(CampaignReading reading, Voice voice) => ReadoutJson.Write(ToNode(reading, voice));

    public JsonObject ToNode(CampaignReading reading, Voice voice)
    {
        var node = _readout.ToNode(reading.Readout, voice);
        var own = reading.Findings.Select(f => (f.Severity, Node: (JsonNode)FindingNode(reading, f, voice)));
        var findings = own.Concat(reading.Readout.Findings.Zip(node["findings"]!.AsArray(), (f, n) => (f.Severity, Node: (JsonNode)n!.DeepClone()))).OrderByDescending(f => f.Severity).Select(f => f.Node).ToArray();
        node["findings"] = new JsonArray(findings);
        node["total"] = Cost(reading.Total);
        node["campaigns"] = new JsonArray([.. reading.Campaigns.Select(l => (JsonNode)Campaign(reading, l, voice))]);
        node["breakEvenCpa"] = ReadoutJson.Number(reading.BreakEven?.Cpa);
        node["breakEvenRoas"] = ReadoutJson.Number(reading.BreakEven?.Roas);
        node["dispersion"] = ReadoutJson.Number(reading.Dispersion);
        node["verdicts"] = new JsonObject(reading.Verdicts.All.Select(v => KeyValuePair.Create(v.Dimension, (JsonNode?)JsonValue.Create(CampaignText.Wire(v.Verdict.Level)))));
        node["verdictReasons"] = new JsonObject(reading.Verdicts.All.Select(v => KeyValuePair.Create(v.Dimension, (JsonNode?)JsonValue.Create(_words.Verdict(reading, v.Dimension, v.Verdict, voice)))));
        node["decision"] = CampaignText.Wire(reading.Decision.Action);
        node["reason"] = _words.Reason(reading, voice);
        node["decisionDetail"] = Decision(reading, voice);
        node["spendLevels"] = new JsonArray([.. (reading.Response?.Levels ?? []).Select(l => (JsonNode)new JsonObject { ["weeks"] = l.Weeks, ["spend"] = ReadoutJson.Number(l.Spend), ["conversions"] = ReadoutJson.Number(l.Conversions), ["interval"] = Range(l.Range) })]);
        node["marginal"] = new JsonArray([.. (reading.Response?.Steps ?? []).Select(Step)]);
        node["lift"] = reading.Proof is { } proof ? Lift(proof, reading.BreakEven) : null;
        node["liftTests"] = new JsonArray([.. reading.LiftTests.Select(t => (JsonNode)new JsonObject
        {
            ["kind"] = CampaignText.Wire(t.Kind), ["feasible"] = CampaignText.Wire(t.Feasible), ["days"] = t.Days, ["text"] = _words.Test(reading, t, voice), ["evidence"] = ReadoutJson.Evidence(t.Evidence),
        })]);
        node["questionsOfASceptic"] = new JsonArray([.. Scepticism.Questions(reading).Select(s => (JsonNode)new JsonObject
        {
            ["code"] = s.Code, ["asks"] = CampaignText.Wire(s.Asks), ["text"] = _words.Ask(reading, s, voice), ["needs"] = _words.Needs(reading, s, voice),
        })]);
        return node;
    }

    private JsonObject Campaign(CampaignReading reading, CampaignLine line, Voice voice)
    {
        var node = Cost(line.Cost);
        node.Insert(0, "name", _words.NameOf(reading, line.Name, voice));
        node["verdict"] = CampaignText.Wire(line.Verdict);
        node["shrunkCpa"] = ReadoutJson.Number(line.ShrunkCpa);
        node["shrunkInterval"] = line.ShrunkCpaRange is { } range ? Range(range) : null;
        node["differs"] = line.Differs;
        node["differsP"] = ReadoutJson.Number(line.DiffersP);
        node["againstOthers"] = ReadoutJson.Number(line.AgainstOthers);
        node["expectedAtBreakEven"] = ReadoutJson.Number(line.ExpectedAtBreakEven);
        node["chanceAtBreakEven"] = ReadoutJson.Number(line.ChanceAtBreakEven);
        node["demand"] = CampaignText.Wire(line.Demand);
        node["turn"] = CampaignText.Wire(line.Turn);
        node["marginal"] = new JsonArray([.. (line.Response?.Steps ?? []).Select(Step)]);
        node["spendShare"] = ReadoutJson.Number(line.SpendShare);
        return node;
    }

    private static JsonObject Cost(CampaignCost cost) => new()
    {
        ["spend"] = ReadoutJson.Number(cost.Spend),
        ["conversions"] = ReadoutJson.Number(cost.Conversions),
        ["cpa"] = ReadoutJson.Number(cost.Cpa),
        ["cpaInterval"] = Range(cost.CpaRange),
        ["roas"] = ReadoutJson.Number(cost.Roas),
        ["roasInterval"] = cost.RoasRange is { } range ? Range(range) : null,
    };

    private JsonObject Decision(CampaignReading reading, Voice voice) => new()
    {
        ["code"] = reading.Decision.Why,
        ["campaigns"] = new JsonArray([.. reading.Decision.Campaigns.Select(c => (JsonNode?)JsonValue.Create(c))]),
        ["threshold"] = ReadoutJson.Number(reading.Decision.Threshold),
        ["thresholdMetric"] = reading.Decision.ThresholdMetric,
        ["readOn"] = reading.Decision.ReadOn is { } day ? ReadoutJson.Day(day) : null,
        ["next"] = _words.Next(reading, voice),
        ["evidence"] = ReadoutJson.Evidence(reading.Decision.Evidence),
    };

    private JsonObject FindingNode(CampaignReading reading, Finding finding, Voice voice) => new()
    {
        ["code"] = finding.Code,
        ["severity"] = CampaignText.Wire(finding.Severity),
        ["metric"] = finding.Metric,
        ["segment"] = finding.Segment,
        ["from"] = finding.From is { } from ? ReadoutJson.Day(from) : null,
        ["to"] = finding.To is { } to ? ReadoutJson.Day(to) : null,
        ["evidence"] = ReadoutJson.Evidence(finding.Evidence),
        ["title"] = _words.Title(reading, finding, voice),
        ["text"] = _words.What(reading, finding, voice),
        ["why"] = _words.Why(reading, finding, voice),
        ["check"] = _words.Check(reading, finding, voice),
    };

    private static JsonNode Step(MarginalStep step) => new JsonObject
    {
        ["fromSpend"] = ReadoutJson.Number(step.FromSpend),
        ["toSpend"] = ReadoutJson.Number(step.ToSpend),
        ["cpa"] = ReadoutJson.Number(step.Cost),
        ["interval"] = Range(step.Range),
    };

    private static JsonObject Lift(ProvenLift proof, BreakEvenPoint? point) => new()
    {
        ["extra"] = ReadoutJson.Number(proof.Lift.Extra),
        ["extraInterval"] = Range(proof.Lift.ExtraRange),
        ["relative"] = ReadoutJson.Number(proof.Lift.Relative),
        ["relativeInterval"] = proof.Lift.RelativeRange is { } range ? Range(range) : null,
        ["pValue"] = ReadoutJson.Number(proof.Lift.P),
        ["spend"] = ReadoutJson.Number(proof.Spend),
        ["costPerExtra"] = ReadoutJson.Number(proof.Lift.CostPerExtra),
        ["costInterval"] = Range(proof.Lift.CostRange),
        ["iroas"] = ReadoutJson.Number(proof.Lift.Iroas),
        ["standing"] = CampaignText.Wire(proof.Against(point)),
    };

    private static JsonArray Range(Interval range) => new(ReadoutJson.Number(range.Low), ReadoutJson.Number(range.High));
}
