using MentorBot.Kpis;
using MentorBot.Language;

namespace MentorBot.Readouts;

/// <summary>The names under which a KPI is asked about.</summary>
internal sealed class KpiVocabulary(KpiDictionary kpis) : IVocabulary
{
    public IEnumerable<Phrases> Said(string locale) =>
        kpis.Aliases(locale).GroupBy(a => a.Kpi.Id).Select(g => new Phrases(Gesture.Define, g.Key, [.. g.Select(a => a.Text)]));
}
