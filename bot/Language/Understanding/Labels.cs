namespace MentorBot.Language;

/// <summary>The names that the language files give to gestures.</summary>
internal static class Labels
{
    public const string None = "none";
    public const string Define = "define";
    public const string DefineWord = "define-word";
    public const string ReturnTo = "return-to";

    /// <summary>Back to a question by its place: "la question 2".</summary>
    public const string ReturnToPlace = "return-to-place";
    public const string Correct = "correct";
    public const string Distress = "distress";
    private const string MissionPrefix = "mission:";
    private const string LanguagePrefix = "language:";

    public static string Mission(string id) => MissionPrefix + id;

    public static string Language(string locale) => LanguagePrefix + locale;

    /// <returns>The gesture and its subject; None for a name that is no gesture.</returns>
    public static (Gesture Gesture, string? Subject) Read(string label) => label switch
    {
        _ when label.StartsWith(MissionPrefix, StringComparison.Ordinal) => (Gesture.Mission, label[MissionPrefix.Length..]),
        _ when label.StartsWith(LanguagePrefix, StringComparison.Ordinal) => (Gesture.SpeakLanguage, label[LanguagePrefix.Length..]),
        "greeting" => (Gesture.Greeting, null),
        "thanks" => (Gesture.Thanks, null),
        "help" => (Gesture.Help, null),
        "stop" => (Gesture.Stop, null),
        "pause" => (Gesture.Pause, null),
        "resume" => (Gesture.Resume, null),
        "back" => (Gesture.Back, null),
        ReturnTo or ReturnToPlace => (Gesture.ReturnTo, null),
        "repeat" => (Gesture.Repeat, null),
        "skip" => (Gesture.Skip, null),
        "just-number" => (Gesture.JustNumber, null),
        "arithmetic" => (Gesture.ShowArithmetic, null),
        "who-sees" => (Gesture.WhoSees, null),
        "human" => (Gesture.Human, null),
        "decisions" => (Gesture.Decisions, null),
        Define => (Gesture.Define, null),
        DefineWord => (Gesture.DefineWord, null),
        "why-asked" => (Gesture.WhyAsked, null),
        "tu" => (Gesture.UseTu, null),
        "vous" => (Gesture.UseVous, null),
        Correct => (Gesture.Correct, null),
        "dont-know" => (Gesture.DontKnow, null),
        "yes" => (Gesture.Yes, null),
        "no" => (Gesture.No, null),
        Distress => (Gesture.Distress, null),
        _ => (Gesture.None, null),
    };
}
