using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>A guided mission: its structure and its words in every language. Immutable; a run keeps to the version it began with.</summary>
/// <param name="Version">Hash of the structure and of all words.</param>
/// <param name="Mission">What a person asks for to start it; several flows may serve one.</param>
/// <param name="Order">Where it stands among the missions that are offered, lowest first.</param>
internal sealed record Flow(string Id, string Version, string Mission, int Order, IReadOnlyList<Step> Steps, IReadOnlyDictionary<string, FlowWords> Words, FlowSource Source)
{
    public Step First => Steps[0];

    public Step? Find(string id) => Steps.FirstOrDefault(s => s.Id == id);

    public Step? Below(Step step) => Steps.SkipWhile(s => s.Id != step.Id).Skip(1).FirstOrDefault();

    /// <exception cref="KeyNotFoundException">A language that the flow has no words in: the lint refuses such a flow.</exception>
    public FlowWords In(Voice voice) => Words[voice.Locale];
}
