using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>One campaign of the export, judged by itself and among the others.</summary>
/// <param name="Name">As in the file; null for rows without a name, and for the whole of a file that names no campaigns.</param>
/// <param name="Cost">Every row of it.</param>
internal sealed record CampaignLine(string? Name, CampaignCost Cost, CampaignVerdict Verdict)
{
    /// <summary>Of the file's spend.</summary>
    public required double SpendShare { get; init; }

    /// <summary>CPA after pulling the campaign towards the others as far as its small number asks; null with one campaign, or where none converts.</summary>
    public double? ShrunkCpa { get; init; }

    public Interval? ShrunkCpaRange { get; init; }

    /// <summary>How much of the shrunk figure is the campaign's own, 0 to 1.</summary>
    public double OwnWeight { get; init; } = 1;

    /// <summary>Better or worse than all the others together, beyond chance after Holm over every campaign.</summary>
    public bool Differs => DiffersP <= .05;

    /// <summary>Conversions per unit of spend against the others together; null with one campaign.</summary>
    public double? AgainstOthers { get; init; }

    /// <summary>After Holm; 1 with one campaign.</summary>
    public double DiffersP { get; init; } = 1;

    /// <summary>Conversions that this spend would have brought at break-even; null without a break-even.</summary>
    public double? ExpectedAtBreakEven { get; init; }

    /// <summary>Chance of so few conversions at break-even, after Holm; null without a break-even.</summary>
    public double? ChanceAtBreakEven { get; init; }

    /// <summary>Whether its cost has crossed its break-even of late.</summary>
    public Turn Turn { get; init; }

    /// <summary>A conversion costs more of late than before, beyond chance.</summary>
    public bool Dearer { get; init; }

    /// <summary>It has spent nothing for two weeks while the file goes on: there is nothing to cut any more.</summary>
    public bool Stopped { get; init; }

    /// <summary>Days on which it spent; null where the rows are no days.</summary>
    public int? Days { get; init; }

    /// <summary>What more money brought in this campaign; null where it did not spend at two levels at least, or in a file without weeks.</summary>
    public SpendResponse? Response { get; init; }

    /// <summary>Its own break-even cost; null without one.</summary>
    public double? BreakEvenCpa { get; init; }

    /// <summary>What its name says of whom it reaches.</summary>
    public DemandKind Demand { get; init; }
}

/// <summary>What can be said of one campaign. On the wire: profitable, losing, unclear, too-few, unknown.</summary>
internal enum CampaignVerdict
{
    /// <summary>No break-even, or nothing spent.</summary>
    Unknown,

    /// <summary>Beyond chance on the good side of its break-even, after Holm.</summary>
    Profitable,

    /// <summary>Beyond chance on the bad side, after Holm: from 15 conversions on, or without any where some were due.</summary>
    Losing,

    /// <summary>The range holds the break-even.</summary>
    Unclear,

    /// <summary>Fewer than 15 conversions.</summary>
    TooFew,
}

internal enum DemandKind
{
    New,

    /// <summary>Searches for the brand's own name.</summary>
    Brand,

    /// <summary>People who have visited already.</summary>
    Retargeting,
}
