namespace MentorBot.Campaigns;

/// <summary>A place where this campaign's case is thin, as the question that a sceptical finance or marketing director would ask.</summary>
/// <param name="Code">The question is "campaigns.sceptic.&lt;code&gt;.ask", what an answer needs "campaigns.sceptic.&lt;code&gt;.needs".</param>
/// <param name="Evidence">The figures of the question.</param>
/// <param name="Expect">What an answer must contain to stand up; all of them.</param>
internal sealed record WeakSpot(string Code, Sceptic Asks, IReadOnlyDictionary<string, object?> Evidence, IReadOnlyList<Expectation> Expect);

internal enum Sceptic
{
    /// <summary>The finance director.</summary>
    Cfo,

    /// <summary>The marketing director.</summary>
    Cmo,
}

/// <summary>What can be checked in an answer without judging its style. Its name is "campaigns.sceptic.expect.&lt;name&gt;".</summary>
internal enum Expectation
{
    /// <summary>Any figure.</summary>
    Number,

    /// <summary>Two ends, or a word for uncertainty with a figure.</summary>
    Range,

    /// <summary>Where a figure comes from: an export, the CRM, finance, a contract.</summary>
    Source,

    /// <summary>What would have happened otherwise: a control, a holdout, a pause, regions, a period before.</summary>
    Control,

    /// <summary>A day, a week, a number of days.</summary>
    Date,

    /// <summary>A figure with a condition: "above", "if", "tant que".</summary>
    Threshold,

    /// <summary>Who does it.</summary>
    Owner,

    /// <summary>What is changed or checked: a verb of doing.</summary>
    Action,

    /// <summary>What one sale leaves: margin, contribution, costs.</summary>
    Margin,
}

/// <summary>Whether an answer stood up, and what it lacked. Of the answer, never of the person.</summary>
/// <param name="Stands">Everything expected is there, and no figure contradicts the file.</param>
/// <param name="Contradicts">A figure of the answer that the file does not bear out, in the evidence's unit; null otherwise.</param>
/// <param name="InFile">The file's figure that <paramref name="Contradicts"/> is held against.</param>
internal sealed record Judgement(bool Stands, IReadOnlyList<Expectation> Met, IReadOnlyList<Expectation> Missing, double? Contradicts, double? InFile);
