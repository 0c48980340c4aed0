namespace MentorBot.Language;

/// <summary>What one typed message asks of the mentor, found without any model. A value, so that a talk can be replayed.</summary>
/// <param name="Subject">What the gesture is about: a KPI id (Define), a mission id (Mission), a locale (SpeakLanguage), the words after "go back to" (ReturnTo).</param>
/// <param name="TypedLocale">The language that the words themselves are in; null when they are too few to tell ("ok", "12").</param>
/// <param name="Whole">True when the message is nothing but the gesture; false when it also carries an answer ("stop, c'était 12 %").</param>
internal sealed record Understood(Gesture Gesture, string? Subject, string? TypedLocale, bool Whole)
{
    public static readonly Understood Nothing = new(Gesture.None, null, null, false);

    /// <summary>What else the same message asks, beside a wish about how to be addressed ("on se tutoie, j'ai une campagne à challenger"); null when there is nothing more.</summary>
    public Beside? Beside { get; init; }
}

/// <param name="Text">The rest of the message, as typed.</param>
internal sealed record Beside(string Text, Understood Understood);
