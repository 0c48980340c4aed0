namespace MentorBot.Campaigns;

/// <summary>All that a decision about a running campaign rests on, and nothing else: each sign is one answer, so that every combination can be written down as a table. Figures stay with the reading.</summary>
internal sealed record CampaignSigns
{
    public required Counting Counting { get; init; }

    public required Volume Volume { get; init; }

    /// <summary>By the conversions that the platform counts.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The same by what analytics or the CRM counted; <see cref="Standing.Unknown"/> where nobody said.</summary>
    public Standing ByAnalytics { get; init; }

    /// <summary>It loses only with the last days in, whose conversions may still rise.</summary>
    public bool StillRising { get; init; }

    public Turn Turn { get; init; }

    public LastStep LastStep { get; init; }

    /// <summary>A lower level of spend pays, whole range included.</summary>
    public bool LowerLevelPays { get; init; }

    public Losers Losers { get; init; }

    /// <summary>It pays on the whole, and in every single campaign something speaks against more money.</summary>
    public bool NothingToRaise { get; init; }

    /// <summary>Not one whole week: no weekend, or nothing else, was seen.</summary>
    public bool Short { get; init; }

    public bool Tired { get; init; }

    public Doubt Doubt { get; init; }

    public Standing Lift { get; init; }

    public Wait Wait { get; init; }
}

/// <summary>Whether conversions can be believed.</summary>
internal enum Counting
{
    Sound,

    /// <summary>The count stopped, counts nothing, or counts several things.</summary>
    Broken,

    /// <summary>The file contradicts itself in its spend or its results.</summary>
    Contradicts,

    /// <summary>The platform sees far fewer than analytics does.</summary>
    Misses,

    /// <summary>Sales per click jumped overnight, and the decision hangs on which of the two counts is right.</summary>
    Jumped,
}

internal enum Volume
{
    None,

    /// <summary>Fewer than 15.</summary>
    Few,

    Enough,
}

/// <summary>What more money brought, last time.</summary>
internal enum LastStep
{
    Unknown,
    Pays,
    Loses,
}

/// <summary>Which of the campaigns lose beyond chance, after every look is paid for, and still do.</summary>
internal enum Losers
{
    None,
    Some,

    /// <summary>None by itself, but all of those together that do not pay by themselves, while another one does.</summary>
    Rest,

    /// <summary>None, not even together, while one of them pays beyond chance.</summary>
    BesidePayer,
}

/// <summary>Why the counted sales may have come without the campaign.</summary>
internal enum Doubt
{
    None,

    /// <summary>Many come from people who were looking for the brand, or had come before.</summary>
    Harvested,

    /// <summary>The platform claims far more than analytics counts.</summary>
    Gap,
}

/// <summary>Whether waiting would settle an open question.</summary>
internal enum Wait
{
    /// <summary>Without a pace nobody knows.</summary>
    Unknown,
    InTime,
    TooLong,
}
