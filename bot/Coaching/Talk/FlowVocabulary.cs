using MentorBot.Language;

namespace MentorBot.Coaching;

/// <summary>The ways into each mission, from the words of its flow.</summary>
internal sealed class FlowVocabulary(FlowCatalog catalog) : IVocabulary
{
    public IEnumerable<Phrases> Said(string locale) =>
        catalog.All.Where(f => f.Words.ContainsKey(locale)).Select(f => new Phrases(Gesture.Mission, f.Mission, f.Words[locale].List("ways-in")));
}
