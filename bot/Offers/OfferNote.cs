using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>Something worth a sentence about a plan or a reading: a warning, a caution, a reason. The sentence is the text "offers.{code}".</summary>
/// <param name="Code">"plan.long", "caution.sessions", "reason.tie"…; its last part is what the JSON calls it.</param>
/// <param name="Values">What the sentence mentions, unrounded.</param>
internal sealed record OfferNote(string Code, IReadOnlyDictionary<string, object?> Values)
{
    public string Name => Code[(Code.LastIndexOf('.') + 1)..];

    public static OfferNote Of(string code, params IEnumerable<(string Name, object? Value)> values) => new(code, values.ToDictionary(v => v.Name, v => v.Value));

    public string In(Texts texts, Voice voice) => texts.Say(voice, $"offers.{Code}", Named(texts, voice, Values));

    /// <summary>The same values with the key of segments in the reader's words: "device" is "appareil".</summary>
    public static IReadOnlyDictionary<string, object?> Named(Texts texts, Voice voice, IReadOnlyDictionary<string, object?> values) =>
        values.GetValueOrDefault("key") is string key && texts.Has(voice.Locale, $"offers.key.{key}")
            ? new Dictionary<string, object?>(values) { ["key"] = texts.Say(voice, $"offers.key.{key}") }
            : values;
}
