using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>The weak points with their fixes, and what they come to.</summary>
internal sealed class BeforeVerdictWords(Texts texts)
{
    private const string Room = "campaign-plans.";

    /// <summary>A weak point: the fact with its consequence, and the fix.</summary>
    public (string What, string Fix) Weak(string code, IReadOnlyDictionary<string, object?> values, Voice voice) =>
        (texts.Say(voice, $"{Room}weak.{code}.what", values), texts.Say(voice, $"{Room}weak.{code}.fix", values));

    public string Advice(string advice, Voice voice) => texts.Say(voice, $"{Room}advice.{advice}");
}
