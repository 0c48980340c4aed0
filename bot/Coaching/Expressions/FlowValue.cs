namespace MentorBot.Coaching;

/// <summary>One value a flow knows: exactly one of the members is set. Numbers and codes only; never a person's raw file.</summary>
/// <param name="Unit">How <paramref name="Number"/> is written: an ISO currency, "%" for a fraction, "±%" for a change, "s" for seconds, null for a plain number.</param>
internal sealed record FlowValue(double? Number = null, string? Text = null, DateOnly? Date = null, bool? Flag = null, IReadOnlyList<string>? List = null, string? Unit = null)
{
    /// <summary>A question that was passed over: known to be unknown.</summary>
    public static readonly FlowValue Nothing = new();

    public static FlowValue Of(double number, string? unit = null) => new(number, Unit: unit);

    public static FlowValue Of(string text) => new(Text: text);

    public static FlowValue Of(DateOnly date) => new(Date: date);

    public static FlowValue Of(bool flag) => new(Flag: flag);

    public static FlowValue Of(IReadOnlyList<string> list) => new(List: list);

    public object? Plain => Number ?? Text ?? Date ?? Flag ?? (object?)List;

    public bool Same(FlowValue? other) =>
        other is not null && Number == other.Number && Text == other.Text && Date == other.Date && Flag == other.Flag && Unit == other.Unit
        && (List ?? []).SequenceEqual(other.List ?? []);
}
