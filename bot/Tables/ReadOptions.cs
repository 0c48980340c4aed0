using MentorBot.Storage;

namespace MentorBot.Tables;

/// <summary>What the caller already knows about a file. Null means: find out, and ask where the file leaves doubt.</summary>
internal sealed record ReadOptions
{
    /// <summary>"dmy" or "mdy".</summary>
    public string? DateOrder { get; init; }

    /// <summary>',' or '.'.</summary>
    public char? DecimalSign { get; init; }

    /// <summary>ISO code.</summary>
    public string? Currency { get; init; }

    /// <summary>1-based number of the table in a file that holds several.</summary>
    public int? Table { get; init; }

    /// <summary>What columns stand for by the word of the organisation: canonical KPI id, or "ignore", by normalised header (<see cref="Kpis.HeaderName.Normalise"/>).</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>();

    /// <summary>Bytes; above it the file is refused before it is read.</summary>
    public long MaxBytes { get; init; } = UploadLimit.OfMegabytes(50).Bytes;

    /// <summary>For dates without a year and for "generated today".</summary>
    public required DateOnly Today { get; init; }
}
