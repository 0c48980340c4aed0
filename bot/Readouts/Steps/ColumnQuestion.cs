using MentorBot.Coaching;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Readouts;

/// <summary>"What is this column?": the likely metrics, one tap to leave it aside, and what is said is kept for the organisation.</summary>
internal sealed class ColumnQuestion(KpiDictionary kpis, Texts texts, Ids ids)
{
    /// <summary>What in-house columns mostly are.</summary>
    private static readonly string[] Likely = ["conversions", "conv_value", "sessions", "spend", "impressions", "clicks_all", "views_content"];

    private const int MostOptions = 6;

    /// <param name="taken">Metrics that the file already has.</param>
    public IReadOnlyList<PendingOption> Options(FlowWalk walk, IReadOnlyCollection<string> taken) =>
    [
        .. Likely.Where(id => !taken.Contains(id)).Take(MostOptions - 1).Select(id => new PendingOption(texts.Say(walk.Voice, $"kpis.{id}.name"), FlowValue.Of(id))),
        new PendingOption(walk.T("reading.column.ignore"), FlowValue.Of(ColumnMeaning.Ignore)),
    ];

    /// <summary>The metric that somebody named in words; null when they named none that we know.</summary>
    public string? Named(FlowWalk walk, string text)
    {
        var said = $" {HeaderName.Normalise(text)} ";
        return kpis.Aliases(walk.Voice.Locale).FirstOrDefault(a => said.Contains($" {a.Text} ", StringComparison.Ordinal))?.Kpi.Id;
    }

    public void Keep(FlowWalk walk, string header, string id)
    {
        var name = HeaderName.Normalise(header);
        TableAnswers.Means(walk, name, id);
        walk.Add(new ColumnMeaning
        {
            Id = ids.Next(),
            OrganisationId = walk.Talk.OrganisationId,
            Header = name.Length > ColumnMeaning.LongestHeader ? name[..ColumnMeaning.LongestHeader] : name,
            KpiId = id,
            SaidBy = walk.Talk.PersonId,
            SaidAt = walk.Talk.Now,
        });
    }
}
