using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>A campaign's reading as parts of a message: the decision first, then what carries it, each figure with its range and n.</summary>
internal sealed class CampaignReport(Texts texts)
{
    private const int MostCampaigns = 12;
    private const int MostTold = 2;

    /// <summary>Findings that name a campaign and change how the others are read.</summary>
    private static readonly string[] Comparing = ["campaign-differs", "winners-curse", "spend-without-sale", "losing-campaign"];

    private readonly CampaignText _words = new(texts);
    private readonly CampaignCharts _charts = new(texts);
    private readonly ReadoutReport _readout = new(texts);

    /// <summary>What was read, so that a wrong file is noticed at once.</summary>
    public FactsPart Echo(CampaignReading reading, Voice voice) => _readout.Echo(reading.Readout, voice);

    /// <summary>At most a dozen lines: decision, threshold and date, a verdict per dimension, what comparing campaigns allows.</summary>
    public TextPart Summary(CampaignReading reading, Voice voice)
    {
        var lines = new List<string>
        {
            texts.Say(voice, "campaigns.report.decision", ("action", _words.Action(reading.Decision.Action, voice)), ("reason", _words.Reason(reading, voice))),
        };
        if (_words.Next(reading, voice) is { Length: > 0 } next)
        {
            lines.Add(next);
        }

        lines.Add("");
        lines.AddRange(reading.Verdicts.All.Select(v =>
            texts.Say(voice, "campaigns.report.dimension", ("dimension", _words.Dimension(v.Dimension, voice)), ("level", _words.Level(v.Verdict.Level, voice)), ("text", _words.Verdict(reading, v.Dimension, v.Verdict, voice)))));
        lines.AddRange(reading.Findings.Where(f => Comparing.Contains(f.Code)).Take(MostTold).Select(f => "- " + _words.Title(reading, f, voice)));
        return new TextPart(string.Join('\n', lines));
    }

    /// <returns>Null for a file that names no campaigns: the total says it all.</returns>
    public TablePart? Table(CampaignReading reading, Voice voice)
    {
        if (reading.Campaigns.Count < 2)
        {
            return null;
        }

        var write = NumberWriter.For(voice.Locale);
        var returns = reading.Total.Roas is not null;
        string Money(double? value) => value is { } v && double.IsFinite(v) ? write.Money(v, reading.Currency) : Say("none");
        string Range(CampaignCost cost) => cost.Spend <= 0 ? Say("none")
            : double.IsFinite(cost.CpaRange.High) ? texts.Say(voice, "campaigns.table.range-both", ("low", cost.CpaRange.Low), ("high", cost.CpaRange.High), ("currency", reading.Currency))
            : texts.Say(voice, "campaigns.table.range-open", ("low", cost.CpaRange.Low), ("currency", reading.Currency));
        IReadOnlyList<string> Row(CampaignLine l) =>
        [
            _words.NameOf(reading, l.Name, voice), write.Money(l.Cost.Spend, reading.Currency), write.Count(l.Cost.Conversions), Money(l.Cost.Cpa), Range(l.Cost), Money(l.ShrunkCpa),
            .. returns ? [l.Cost.Roas is { } roas ? write.Number(roas) : Say("none")] : Array.Empty<string>(), _words.OfLine(l.Verdict, voice),
        ];
        return new TablePart(
            reading.Campaigns.Count > MostCampaigns ? texts.Say(voice, "campaigns.table.largest", ("shown", MostCampaigns), ("all", reading.Campaigns.Count)) : null,
            [Say("campaign"), Say("spend"), Say("conversions"), Say("cpa"), Say("range"), Say("shrunk"), .. returns ? [Say("roas")] : Array.Empty<string>(), Say("verdict")],
            [false, true, true, true, true, true, .. returns ? [true] : Array.Empty<bool>(), false],
            [.. reading.Campaigns.Take(MostCampaigns).Select(Row)]);

        string Say(string key) => texts.Say(voice, "campaigns.table." + key);
    }

    public IReadOnlyList<MessagePart> Charts(CampaignReading reading, Voice voice) => _charts.All(reading, voice);

    /// <summary>Title in bold, then what, why and what to check.</summary>
    public TextPart Finding(CampaignReading reading, Finding finding, Voice voice) => new(
        $"**{_words.Title(reading, finding, voice)}**\n{_words.What(reading, finding, voice)} {_words.Why(reading, finding, voice)}\n{_words.Check(reading, finding, voice)}");

    /// <summary>The tests of incrementality within reach, each with its size.</summary>
    public TextPart LiftTests(CampaignReading reading, Voice voice) =>
        new(string.Join('\n', new[] { texts.Say(voice, "campaigns.report.lift-tests") }.Concat(reading.LiftTests.Select(t => "- " + _words.Test(reading, t, voice)))));

    /// <summary>The decision with what carries it: summary, table, charts.</summary>
    public IReadOnlyList<MessagePart> Verdict(CampaignReading reading, Voice voice) =>
        [Summary(reading, voice), .. Table(reading, voice) is { } table ? [table] : Array.Empty<MessagePart>(), .. Charts(reading, voice)];

    /// <summary>Everything, as the command line prints it.</summary>
    public Message Whole(CampaignReading reading, Voice voice) => new(
    [
        Echo(reading, voice),
        .. Verdict(reading, voice),
        .. reading.Findings.Select(f => Finding(reading, f, voice)),
        .. reading.Readout.Findings.Where(f => f.Severity >= Severity.Warning || f.Code is "driver" or "attribution-lag").Select(f => _readout.Finding(reading.Readout, f, voice)),
        LiftTests(reading, voice),
        new TextPart(string.Join('\n', Scepticism.Questions(reading).Select(q => texts.Say(voice, "campaigns.report.question", ("who", _words.Sceptic(q.Asks, voice)), ("question", _words.Ask(reading, q, voice)))))),
    ],
        voice.Locale);
}
