namespace MentorBot.Language;

/// <summary>The closed set of things that can be meant beside an answer. Missions and KPIs are subjects, not gestures, so that adding one adds no member.</summary>
internal enum Gesture
{
    None,
    Greeting,
    Thanks,
    Help,
    Stop,
    Pause,
    Resume,
    Back,
    ReturnTo,
    Repeat,
    Skip,
    JustNumber,
    ShowArithmetic,
    WhoSees,
    Human,

    /// <summary>"Les décisions de l'équipe": what was decided and shared.</summary>
    Decisions,
    Define,

    /// <summary>"C'est quoi un garde-fou ?": a word that is no KPI.</summary>
    DefineWord,

    /// <summary>"Pourquoi tu demandes ça ?": about the question that is open.</summary>
    WhyAsked,
    Mission,
    UseTu,
    UseVous,
    SpeakLanguage,

    /// <summary>"non attends c'était 1240 pas 12400".</summary>
    Correct,

    /// <summary>"jsp", "no idea".</summary>
    DontKnow,
    Yes,
    No,

    /// <summary>Words of distress: the coaching stops. Checked before everything else.</summary>
    Distress,
}
