namespace MentorBot.Messages;

internal enum FigureUnit
{
    Count,
    Money,
    Percent,
}

/// <summary>One figure written with digits inside a sentence.</summary>
/// <param name="Start">Position of its first character, sign and currency included.</param>
/// <param name="Values">Its readings, likeliest first: "1,234" has two. A percentage is a fraction: "12 %" is .12.</param>
/// <param name="Currency">ISO 4217 code, for money only.</param>
internal sealed record Figure(int Start, int Length, IReadOnlyList<double> Values, FigureUnit Unit, string? Currency, bool Approximate)
{
    public int End => Start + Length;

    /// <summary>Null when ambiguous.</summary>
    public double? Value => Values.Count == 1 ? Values[0] : null;
}
