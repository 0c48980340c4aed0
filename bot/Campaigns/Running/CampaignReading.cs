using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>A running campaign, challenged: what <c>campaign read</c> prints and the flow talks about. Holds no words; texts are rendered per voice.</summary>
internal sealed record CampaignReading
{
    /// <summary>The export itself: totals, tracking breaks, lags, real changes and their drivers.</summary>
    public required Readout Readout { get; init; }

    public required CampaignOptions Options { get; init; }

    /// <summary>Every kept row.</summary>
    public required CampaignCost Total { get; init; }

    /// <summary>The rows whose conversions are complete: without the last days where the file shows that they are still being counted. The decision rests on it.</summary>
    public required CampaignCost Mature { get; init; }

    /// <summary>How many times more than by counting noise conversions vary from day to day; 1 where they do not. Ranges that decide are widened by it.</summary>
    public required double Dispersion { get; init; }

    /// <summary>They vary beyond chance, and not only by what happens to so few days.</summary>
    public bool Uneven { get; init; }

    /// <summary>Without the days whose conversions may still rise, even where nothing shows that they do; null where no day is so young.</summary>
    public CampaignCost? Settled { get; init; }

    /// <summary>The last third of the days against those before.</summary>
    public Turn Recently { get; init; }

    /// <summary>What that last third cost, and its first day; null where the file is too short.</summary>
    public (CampaignCost Cost, DateOnly From)? Recent { get; init; }

    /// <summary>Sales per click that jumped from one day to the next; null without, or without clicks in the file.</summary>
    public Jump? Jump { get; init; }

    /// <summary>Canonical id of the result.</summary>
    public required string Result { get; init; }

    /// <summary>A finished test of what the campaign adds; null without one.</summary>
    public ProvenLift? Proof { get; init; }

    /// <summary>Null when nobody gave a break-even or a margin.</summary>
    public required BreakEvenPoint? BreakEven { get; init; }

    /// <summary>Largest spend first. One line without a name when the file names no campaigns.</summary>
    public required IReadOnlyList<CampaignLine> Campaigns { get; init; }

    /// <summary>Null where the file has no week to compare.</summary>
    public required SpendResponse? Response { get; init; }

    /// <summary>Per campaign with at least four whole weeks, largest spend first.</summary>
    public required IReadOnlyList<AudienceTrend> Audience { get; init; }

    public required DemandShares Demand { get; init; }

    /// <summary>Null when analytics' count is not known.</summary>
    public required PlatformGap? Gap { get; init; }

    public required IReadOnlyList<LiftTest> LiftTests { get; init; }

    /// <summary>What the campaign's reading found, the most useful first; texts under "campaigns.finding". The export's own findings are the readout's.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required CampaignVerdicts Verdicts { get; init; }

    public required CampaignDecision Decision { get; init; }

    public string? Currency => Readout.Table.Currency;

    /// <summary>Days that the file covers; null without dates.</summary>
    public int? Days => Readout.Period?.Days;

    /// <summary>Null without dates or conversions.</summary>
    public double? ConversionsPerDay => Days is > 0 and var days && Total.Conversions > 0 ? Total.Conversions / days : null;

    /// <summary>The count is broken, or counts several things: no cost of this file is read before that is mended.</summary>
    public required bool CountBroken { get; init; }

    /// <summary>Where the cost per conversion stands against its break-even, with the ranges that decide.</summary>
    public Standing Standing => CountBroken ? Standing.Unknown : Mature.WithDispersion(Dispersion).Against(BreakEven);

    /// <summary>What moved the cost per conversion between two stretches of the file, where it really moved.</summary>
    public Finding? Driver => Readout.Findings.FirstOrDefault(f => f is { Code: "driver", Metric: "cpa" }) ?? Readout.Findings.FirstOrDefault(f => f is { Code: "driver", Metric: "roas" });

    /// <summary>What it costs since its cost per conversion really moved; null where nothing moved. An average over both levels is neither.</summary>
    public CampaignCost? SinceMove { get; init; }

    /// <summary>First day of <see cref="SinceMove"/>.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>Challenges a campaign from its export. Pure: the same table and options give the same reading, whatever the order of the rows.</summary>
    /// <returns>A refusal when the file has no spend, no result, or money in several currencies.</returns>
    public static CampaignResult Of(KpiTable table, CampaignOptions options) =>
        CampaignColumns.Missing(table) is { } missing ? missing : Challenge.Of(CampaignColumns.Of(table)!, options);
}

/// <summary>A campaign was read, or its file refused with a sentence. Exactly one of the two is set.</summary>
internal sealed record CampaignResult(CampaignReading? Reading, Refusal? Refusal)
{
    public static implicit operator CampaignResult(CampaignReading reading) => new(reading, null);

    public static implicit operator CampaignResult(Refusal refusal) => new(null, refusal);
}
