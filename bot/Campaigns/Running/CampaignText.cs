using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>Puts a campaign's findings, verdicts, decision and tests into words, for one voice.</summary>
internal sealed class CampaignText(Texts texts)
{
    /// <summary>A smaller chance is told as "less than": a computed zero is no zero.</summary>
    private const double SmallestChance = .0005;

    /// <summary>One line: what it is about.</summary>
    public string Title(CampaignReading reading, Finding finding, Voice voice) => OfFinding(reading, finding, voice, "title");

    /// <summary>What was found, with its numbers, n and range.</summary>
    public string What(CampaignReading reading, Finding finding, Voice voice) => OfFinding(reading, finding, voice, "what");

    /// <summary>Why it matters for a decision.</summary>
    public string Why(CampaignReading reading, Finding finding, Voice voice) => OfFinding(reading, finding, voice, "why");

    /// <summary>What to look at next.</summary>
    public string Check(CampaignReading reading, Finding finding, Voice voice) => OfFinding(reading, finding, voice, "check");

    /// <summary>"Hold", "Augmenter": the decision's name.</summary>
    public string Action(CampaignAction action, Voice voice) => texts.Say(voice, "campaigns.action." + Wire(action));

    /// <summary>Why this decision, with its numbers, threshold and date; the first sentence stands alone.</summary>
    public string Reason(CampaignReading reading, Voice voice) => Say(voice, "campaigns.reason." + reading.Decision.Why, DecisionValues(reading, voice));

    /// <summary>What the next reading is held against, and when; empty when nothing is to be waited for.</summary>
    public string Next(CampaignReading reading, Voice voice) => reading.Decision.ReadOn is null && reading.Decision.Threshold is null ? "" : Say(voice, "campaigns.next", DecisionValues(reading, voice));

    /// <summary>"Economics", "Économie": a dimension's name.</summary>
    public string Dimension(string dimension, Voice voice) => texts.Say(voice, $"campaigns.dimension.{dimension}");

    public string Level(VerdictLevel level, Voice voice) => texts.Say(voice, "campaigns.level." + level.ToString().ToLowerInvariant());

    public string Verdict(CampaignReading reading, string dimension, DimensionVerdict verdict, Voice voice) => Say(voice, $"campaigns.verdict.{dimension}.{verdict.Code}", Values(reading, verdict.Evidence));

    public string OfLine(CampaignVerdict verdict, Voice voice) => texts.Say(voice, "campaigns.line." + Wire(verdict));

    /// <summary>A campaign's name; words of ours for the whole of a file without campaigns, and for rows without a name.</summary>
    public string NameOf(CampaignReading reading, string? campaign, Voice voice) => campaign ?? texts.Say(voice, reading.Campaigns.Count > 1 ? "campaigns.unnamed" : "campaigns.whole");

    public string Test(CampaignReading reading, LiftTest test, Voice voice) => Say(voice, "campaigns.lift-test." + Wire(test.Kind), new Dictionary<string, object?>(Values(reading, test.Evidence)) { ["feasible"] = test.Feasible.ToString().ToLowerInvariant() });

    public string TestName(LiftTestKind kind, Voice voice) => texts.Say(voice, $"campaigns.lift-test-name.{Wire(kind)}");

    /// <summary>What the sceptic asks.</summary>
    public string Ask(CampaignReading reading, WeakSpot spot, Voice voice) => Say(voice, $"campaigns.sceptic.{spot.Code}.ask", Values(reading, spot.Evidence));

    /// <summary>What an answer must hold to stand up.</summary>
    public string Needs(CampaignReading reading, WeakSpot spot, Voice voice) => Say(voice, $"campaigns.sceptic.{spot.Code}.needs", Values(reading, spot.Evidence));

    /// <summary>Whether the answer stood up, and what it lacked: of the answer, never of the person.</summary>
    public string Judged(CampaignReading reading, Judgement judgement, Voice voice)
    {
        string Names(IReadOnlyList<Expectation> expected) => string.Join(", ", expected.Select(e => texts.Say(voice, "campaigns.sceptic.expect." + Wire(e))));
        var values = Values(reading, new Dictionary<string, object?> { ["met"] = Names(judgement.Met), ["missing"] = Names(judgement.Missing), ["said"] = judgement.Contradicts, ["inFile"] = judgement.InFile, ["anyMet"] = judgement.Met.Count > 0, ["anyMissing"] = judgement.Missing.Count > 0 });
        return Say(voice, judgement.Stands ? "campaigns.sceptic.stands" : judgement.Contradicts is not null ? "campaigns.sceptic.contradicts" : "campaigns.sceptic.lacks", values);
    }

    public string Sceptic(Sceptic who, Voice voice) => texts.Say(voice, "campaigns.sceptic.who." + Wire(who));

    /// <summary>An enumeration's name as the outside contract and the texts' keys write it.</summary>
    public static string Wire<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private string OfFinding(CampaignReading reading, Finding finding, Voice voice, string part)
    {
        var values = Values(reading, finding.Evidence);
        values["campaign"] = finding.Segment;
        (values["from"], values["to"]) = (finding.From, finding.To);
        values["severalDays"] = finding.From != finding.To;
        values["metric"] = finding.Metric is { } metric ? FindingText.NameIn(texts, metric, voice) : null;
        if (finding.Evidence.GetValueOrDefault("feed") is string feed)
        {
            values["feed"] = FindingText.NameIn(texts, feed, voice);
        }

        return Say(voice, $"campaigns.finding.{finding.Code}.{part}", values);
    }

    private Dictionary<string, object?> DecisionValues(CampaignReading reading, Voice voice)
    {
        var decision = reading.Decision;
        var values = Values(reading, decision.Evidence);
        (values["names"], values["several"]) = (decision.Campaigns.Count == 0 ? null : string.Join(", ", decision.Campaigns), decision.Campaigns.Count > 1);
        (values["readOn"], values["threshold"], values["thresholdIsCost"], values["action"]) = (decision.ReadOn, decision.Threshold, decision.ThresholdMetric == "cpa", Wire(decision.Action));
        if (decision.Evidence.GetValueOrDefault("test") is string test && Enum.TryParse<LiftTestKind>(test, out var kind))
        {
            values["testName"] = TestName(kind, voice);
        }

        return values;
    }

    public static Dictionary<string, object?> Values(CampaignReading reading, IReadOnlyDictionary<string, object?> evidence)
    {
        var values = new Dictionary<string, object?>(evidence) { ["currency"] = reading.Currency };

        // A template asks "is it known?" and not "is it more than zero?".
        foreach (var (name, value) in evidence)
        {
            if (value is double d)
            {
                values["has_" + name] = double.IsFinite(d);
                values["tiny_" + name] = d < SmallestChance;
            }
            else if (value is DateOnly or int)
            {
                values["has_" + name] = true;
            }
        }

        return values;
    }

    private string Say(Voice voice, string key, IReadOnlyDictionary<string, object?> values) => FindingText.OneStop(texts.Say(voice, key, values));
}
