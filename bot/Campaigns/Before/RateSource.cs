namespace MentorBot.Campaigns;

/// <summary>Where expected rates come from, and so how far reality may be from them.</summary>
internal enum RateSource
{
    /// <summary>The organisation's own recent campaigns, on average.</summary>
    Own,

    /// <summary>Its best week: the favourable end of what happens.</summary>
    BestWeek,

    /// <summary>A published benchmark, or an agency's or a platform's estimate.</summary>
    Benchmark,

    Guess,
}

/// <summary>How much a source widens one typed value. A convention, said to the person each time it is used.</summary>
internal static class SourceWidth
{
    public const double Usual = .3;
    public const double Borrowed = .5;

    /// <summary>What the best week may still be beaten by.</summary>
    public const double AboveBest = .1;

    /// <param name="raisesCost">True for prices (CPM, CPC, CPA): a best week has them low. False for rates.</param>
    public static ThreePoint Widen(ThreePoint typed, RateSource source, bool raisesCost) => (source, raisesCost) switch
    {
        // A range that was typed from one's own campaigns is taken as it is.
        (RateSource.Own, _) => typed.Low < typed.High ? typed : typed.Widened(Usual, Usual),
        (RateSource.BestWeek, true) => typed.Widened(AboveBest, Borrowed),
        (RateSource.BestWeek, false) => typed.Widened(Borrowed, AboveBest),
        _ => typed.Widened(Borrowed, Borrowed),
    };
}
